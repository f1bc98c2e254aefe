import type { SlotMessages } from '../en/slot.js';
import { contracted } from './contracted.js';

const isUs = (who: string): boolean => /^nosotros$/i.test(who);

/** What the slot element says of an agreed time and of changes to it, in Spanish. */
export const slot = contracted<SlotMessages>({
  day: (_day, longDay) => longDay,
  onDay: (day) => `el ${day}`,
  window: (day, hours) => (hours ? `${day}, ${hours}` : day),
  wholeDay: 'Todo el día',
  you: 'usted',
  carrier: 'el transportista',

  agreed: 'Acordado',
  promised: 'Prometido',
  firstPromised: 'Primera promesa',
  expected: 'Previsto',
  proposed: 'Propuesto',
  moved: 'Cambiado a',
  narrowed: 'Precisado',
  withYou: (moment) => `con usted${moment && `, ${moment}`}`,
  toldBy: (who, moment) => `por ${who}${moment && `, ${moment}`}`,
  agreedBy: (who, moment) => `aceptado${who && ` por ${who}`}${moment && ` ${moment}`}`,
  stillCounts: 'Sigue en pie.',
  notKept: 'No se ha cumplido.',
  unreadAgreed:
    'Nadie puede decir qué cuenta ahora: hubo un cambio posterior que no se puede leer.',
  within: 'Una estimación, dentro de lo acordado.',
  outside: 'Una estimación. No cambia nada de lo acordado.',
  estimate: 'Una estimación, no una promesa.',
  noConsent: 'sin su consentimiento',
  withinAgreed: 'dentro de lo acordado',
  askedBy: (who, moment) => `solicitado por ${who}${moment && `, ${moment}`}`,
  movedBy: (who, moment) => `por ${who}${moment && `, ${moment}`}`,
  reason: 'Su motivo:',
  unreadWindow: 'Un horario que no podemos leer',
  unreadWindowHelp: 'Nadie puede aceptarlo aquí.',

  youSaid: (what) => `Usted dijo: ${what}`,
  never: (weekday, date, from, until) =>
    `nunca${weekday ? ` en ${weekday}` : date && ` el ${date}`}${
      from && until
        ? ` entre las ${from} y las ${until}`
        : from
          ? ` después de las ${from}`
          : until && ` antes de las ${until}`
    }`,

  countsAnyway: (canPick) =>
    `Aun así está acordado, y cuenta mientras no se acuerde otro momento. ${canPick ? 'Elija uno o llámenos.' : 'Llámenos.'}`,

  answers: (what) => `Su respuesta: ${what}`,
  unreadProposal: 'el cambio que no se puede leer',
  keep: (what) => `Mantener ${what}`,
  insist: (what) => `Exigir ${what}`,
  keepAgreed: 'Mantener lo acordado',
  asAgreed: (when) => `Como se acordó${when && `, ${when}`}`,
  nothingMoves: 'No cambia nada',
  accept: (what) => `Aceptar ${what}`,
  sameHours: (hours) => `A las mismas horas, ${hours}`,
  narrower: 'Un horario más corto, dentro de lo acordado',
  once: (words) => `${words}, por esta vez`,
  another: 'Elegir otro momento',
  anotherHelp: 'Entre los horarios libres',
  sending: 'Enviamos su respuesta',
  oneAnswer: 'Su respuesta está en camino',
  notLoaded: 'No se han podido cargar los horarios libres. Pulse otra vez.',
  elsewhere: 'Esta página no puede enviar su respuesta. Una persona puede tomar nota de ella.',
  ifSilent: (due) => `Si no responde${due && ` ${due}`},`,
  stands: (what) => `${what} sigue en pie.`,
  standsAgreed: 'lo acordado sigue en pie.',
  refundEnds:
    'Si acepta otro momento, ese es el que cuenta, y el reembolso que se ofrece aquí puede terminar.',
  refundWaits: (moment) =>
    `Si acepta otro momento, ese es el que cuenta: el reembolso que podría pedir ${moment} espera hasta entonces.`,
  moves: (who, what) =>
    `${isUs(who) ? 'nos presentaríamos' : `${who} se presentaría`} ${what} sin su consentimiento. Lo acordado seguiría en pie.`,
  atOther: (day) => `el ${day}`,
  otherTime: 'en ese otro momento',
  nobodySaid: 'nadie nos ha dicho qué ocurre. Lo que cuenta es lo acordado.',
  tooLate: (moment) => `El plazo para responder terminó ${moment}.`,
  lateMoves: (who) =>
    `${isUs(who) ? 'Podríamos presentarnos' : `${who} podría presentarse`} en ese otro momento sin su consentimiento, y eso incumpliría lo prometido.`,
  lateCounts: 'Nadie nos ha dicho qué ocurre ahora. Lo que cuenta es lo acordado.',
  pickStill: 'Todavía puede elegir otro momento.',
  pickOver:
    'Ese momento ya ha pasado, así que aquí no se puede elegir otro. Llámenos: una persona lo acuerda con usted, y no se pierde nada de lo que se le debe.',
  notAsked:
    'A usted no se le preguntó, y nada de lo que deje sin responder es un consentimiento. Lo que cuenta es lo acordado.',
  imposedHelp:
    'Esta página no puede enviar una respuesta a ese cambio. Llámenos: lo que cuenta es lo acordado.',

  kept: (by, name, what) =>
    !by
      ? `Se mantuvo ${what}.`
      : by === 'customer'
        ? `Usted mantuvo ${what}.`
        : `${isUs(name) ? 'Mantuvimos' : `${name} mantuvo`} ${what} en su nombre.`,
  whatAgreed: 'lo acordado',
  hadAsked: (who, what) => `${isUs(who) ? 'Habíamos' : `${who} había`} pedido ${what}.`,
  anotherTime: 'otro momento',
  withdrawn: (who) => `${isUs(who) ? 'Ya no pedimos' : `${who} ya no pide`} otro momento.`,
  answered: (moment) => `Respondido ${moment}.`,
  lost: 'No sabemos si su respuesta ha llegado a la tienda.',
  lostHelp:
    'Hasta ahora aquí no ha cambiado nada. Puede responder otra vez: solo cuenta una respuesta.',
  lostLater: 'En cuanto responda el sistema de la tienda, esta página lo dirá.',
  neverArrived: (moment) => `Su respuesta, dada ${moment}, no ha llegado a la tienda.`,
  received: (what) => `La tienda tiene su respuesta${what && ` «${what}»`}.`,
  receivedHelp: 'Aquí todavía no se sabe qué resulta de ella.',
  notSent: 'Su respuesta no se ha enviado.',
  notSentOffline: 'Su respuesta no se ha enviado. Está sin conexión.',
  pressOnce: 'No ha cambiado nada. Pulse una vez más.',
  pressOnline: 'No ha cambiado nada. Cuando vuelva la conexión, pulse una vez más.',
  pressLater:
    'No ha cambiado nada. Cuando el sistema de la tienda vuelva a responder, pulse una vez más.',
  refused: (what, moment) => `Su respuesta${what && ` «${what}»`}, dada ${moment}, no cuenta.`,
  why: {
    answered: (what) => `Otra respuesta llegó antes: «${what}».`,
    withdrawn: 'El cambio se retiró antes de que llegara su respuesta.',
    late: 'El plazo para responder había terminado.',
    other: 'El sistema de la tienda no dio ningún motivo.',
  },
  counts: (what) => `Lo que cuenta ahora: ${what}.`,
  below: 'Lo que cuenta es lo que ve aquí.',

  changes: (count) => `Todos los cambios (${count})`,
  fewer: 'Ocultar los cambios',
  first: 'Primera promesa. Esta línea no cambia nunca.',
  askedFor: (who) => `Solicitado por ${who}.`,
  movedTo: (who) => `Por ${who}.`,
  chosen: (who) => `Elegido por ${who}.`,
  state: {
    proposed: 'A la espera de su respuesta.',
    late: 'Nadie respondió a tiempo.',
    accepted: (by, name, moment) =>
      `${
        !by
          ? 'Aceptado'
          : by === 'customer'
            ? 'Usted aceptó'
            : isUs(name)
              ? 'Aceptamos en su nombre'
              : `${name} aceptó en su nombre`
      }${moment && ` ${moment}`}.`,
    declined: (by, name, moment) =>
      `${
        !by
          ? 'Se mantuvo'
          : by === 'customer'
            ? 'Usted mantuvo'
            : isUs(name)
              ? 'Mantuvimos'
              : `${name} mantuvo`
      } lo acordado${moment && ` ${moment}`}.`,
    withdrawn: 'Se retiró el cambio.',
    expired: 'Nadie respondió a tiempo. Lo acordado siguió en pie.',
    replaced: 'Otro cambio ocupó su lugar.',
    imposed: 'Hecho sin su consentimiento.',
    narrowed: 'Hecho sin preguntar, dentro de lo acordado.',
    unknown: 'No se puede leer en qué quedó.',
  },

  calendar: 'Añadir al calendario',
  calendarAgain: 'Actualizar el calendario',
  calendarWhat: (thing) => `Entrega de ${thing}`,
  calendarOld: (was) => `Su calendario todavía indica: ${was}.`,
  calendarOldHelp: 'Añada la nueva entrada: sustituye a la anterior.',
  calendarEnded: 'Ya no llegará nada. Quite la entrada de su calendario.',
  calendarFailed: 'No se ha podido crear la entrada del calendario. Pulse otra vez.',
});
