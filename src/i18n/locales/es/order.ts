import type { OrderMessages } from '../en/order.js';
import { the, when as at } from './base.js';
import { contracted } from './contracted.js';

const span = (seconds: number): string => {
  const minutes = seconds / 60;
  return minutes < 120
    ? `${Math.floor(minutes)} minutos`
    : minutes < 48 * 60
      ? `${Math.floor(minutes / 60)} horas`
      : `${Math.floor(minutes / 1440)} días`;
};

const we = 'Nosotros';
const us = 'nosotros';

/** What the order, the parcel and the remedy say, in Spanish. */
export const order = contracted<OrderMessages>({
  order: (reference) => `Pedido ${reference}`,
  refund: (reference) => `Reembolso ${reference}`,
  parcelOf: (position, total) => `Paquete ${position} de ${total}`,
  parcel: (position, name) => `Paquete ${position}${name ? `, ${name}` : ''}`,
  thing: (noun) => `su ${noun ?? 'paquete'}`,
  firstParcel: 'primer paquete',
  goods: (count) => (count === 1 ? 'artículo' : 'artículos'),
  units: (count, total, noun) =>
    total === 1
      ? `su ${noun}`
      : count === undefined
        ? `sus ${noun}`
        : total === undefined
          ? `${count} ${noun}`
          : count === total
            ? `sus ${count} ${noun}`
            : `${count} de sus ${total} ${noun}`,
  we,
  carrier: 'El transportista',

  before: (time, day) => `antes de las ${time}${day && ` de ${day}`}`,
  between: (from, until, day) => `entre las ${from} y las ${until}${day && ` de ${day}`}`,
  byDay: (date) => `a más tardar el ${date}`,

  missed: (who, thing, when) =>
    `${who === we ? 'Prometimos' : `${who} prometió`} entregar ${thing} ${when}. No ha llegado.`,
  missedSeveral: (who, when) =>
    `${who === we ? 'Prometimos' : `${who} prometió`} entregar sus paquetes ${when}. No han llegado todos.`,
  expectedBetween: (thing, when) => `La llegada de ${thing} está prevista ${when}.`,
  expectedAround: (thing, when) => `La llegada de ${thing} está prevista hacia ${the(when)}.`,
  expectedLate: (thing, when, promised) =>
    `Ahora la llegada de ${thing} está prevista ${when}, más tarde de lo prometido (${promised}).`,
  arrived: (thing, moment) => `La entrega de ${thing} se hizo ${moment}.`,
  arrivedSome: (thing) => `La entrega de ${thing} se ha hecho.`,
  arrivedSeveral: (count) => `Se han entregado los ${count} paquetes.`,
  several: (arrived, total, needs, trouble) =>
    [
      arrived === 0
        ? `Todavía no ha llegado ninguno de sus ${total} paquetes.`
        : arrived === 1
          ? `Ha llegado uno de sus ${total} paquetes.`
          : `Han llegado ${arrived} de sus ${total} paquetes.`,
      needs === 0
        ? ''
        : needs === 1
          ? 'Uno necesita algo de usted.'
          : `${needs} necesitan algo de usted.`,
      trouble === 0
        ? ''
        : trouble === 1
          ? 'Uno tiene un problema.'
          : `${trouble} tienen un problema.`,
    ]
      .filter(Boolean)
      .join(' '),
  nextOne: (position, when, promised) =>
    `El paquete ${position} está ${promised ? 'prometido' : 'previsto'} ${when}.`,
  disputed: (who) => `${who} da la entrega por hecha. Usted dice que no está.`,
  bothNoted: 'Las dos versiones constan. Un registro todavía no es una entrega.',
  contradicted: (thing) => `Lo que nos dicen de ${thing} se contradice.`,
  doubts: {
    'codes-disagree': 'Los propios códigos del transportista no coinciden.',
    'words-disagree': 'El código del transportista y su texto dicen cosas distintas.',
    'status-disagrees': 'El estado que da el transportista y sus registros no coinciden.',
    'delivered-before-events': 'Se habría entregado antes de salir.',
    'two-parcels': 'Hay dos recorridos registrados con un mismo número.',
    other: 'Las fuentes no coinciden.',
  },
  notRepeated: 'No damos por cierta ninguna de las dos cosas. Llámenos si necesita saber más.',
  partly: (thing) => `Solo se ha entregado una parte de ${thing}.`,
  handedTo: {
    recipient: '',
    neighbour: ' Se entregó a un vecino.',
    'safe-place': ' Se dejó en un lugar seguro.',
    mailbox: ' Se dejó en el buzón.',
    reception: ' Se entregó en recepción.',
  },
  todo: (kind, { by, late, bring, amount, who }) => {
    const what = {
      collect: `Recoja el envío${bring ? ` con ${bring}` : ''}`,
      pay: `Pague ${amount ?? 'lo que se le pide'}`,
      address: 'Corrija la dirección',
      documents: 'Envíe los papeles que se le piden',
      arrange: `Acuerde un día con ${who}`,
      contact: `Llame a ${who}`,
    }[kind];
    if (!late) return `${what}${by ? `, ${by}` : ''}.`;
    return kind === 'collect'
      ? `El envío debía recogerse ${by}. No sabemos si sigue allí.`
      : kind === 'pay'
        ? `Había que pagar ${amount ?? 'lo que se le pide'} ${by}.`
        : `${what}. Había que hacerlo ${by}.`;
  },
  findWay: 'Llámenos: buscamos una solución con usted.',
  silent: (thing) => `No sabemos dónde está ${thing}.`,
  estimateStale: (thing) => `No sabemos con certeza cuándo llega ${thing}.`,
  outForDelivery: (thing) => `${thing} está en reparto.`,
  moving: (thing) => `${thing} está en camino.`,
  announced: (thing) => `${thing} todavía no ha salido.`,
  promised: (thing, when) => `La llegada de ${thing} está prometida ${when}.`,
  promisedPart: (units, _count, when, rest, date) =>
    `La llegada de ${units} está prometida ${when}. El resto (${rest}): ${date ? `hacia el ${date}` : 'más adelante'}.`,
  promisedSome: (when) =>
    `La llegada de una parte de su pedido está prometida ${when}. El resto llegará más adelante.`,
  nothing: 'Tenemos su pedido. Nadie nos ha dicho nada más todavía.',
  attempted: (who, moment) => `${who} intentó hacer la entrega${moment && ` ${moment}`}.`,
  'ready-for-pickup': (thing) => `${thing} le espera en el punto de recogida.`,
  pickupOver: (thing) => `${thing} le esperaba en el punto de recogida.`,
  problem: (thing) => `Hay un problema con ${thing}.`,
  returning: (thing) => `${thing} viene de vuelta a nuestra tienda.`,
  returned: (thing) => `${thing} ha vuelto a nuestra tienda.`,
  cancelled: (thing) => `La entrega de ${thing} se ha cancelado.`,
  customs: (thing) => `${thing} está en la aduana.`,
  claimed: (thing, by) =>
    by
      ? `La sustitución de ${thing} está prometida en su puerta ${by}.`
      : `Le enviamos la sustitución de ${thing}.`,
  claimedLate: (thing, by) =>
    `La sustitución de ${thing} estaba prometida en su puerta ${by}. No ha llegado.`,
  callUs: 'Ese momento ya ha pasado. Llámenos: lo que eligió se le debe igualmente.',
  claimedWait: (units, by) =>
    `Ha elegido esperar ${units}.${by ? ` La entrega está prometida ${by}.` : ''}`,
  claimedGoods: (goods, by) =>
    `Ha elegido ${goods} en su lugar.${by ? ` La entrega está prometida ${by}.` : ''}`,
  short: (units) => `Al final no podemos entregarle ${units}.`,
  shortUnsure: (units, total) =>
    total === 1
      ? `No sabemos si podremos entregarle ${units}.`
      : `No sabemos qué parte de ${units} podremos entregarle.`,
  doubt: {
    contradiction: 'Lo que nos dijeron se contradice.',
    age: 'Lo que nos dijeron es demasiado antiguo para darlo por cierto.',
  },
  callToChoose: 'Llámenos: no se decide nada sin usted.',
  imposed: (who, day, when) =>
    `${who} cambió su entrega${day ? ` a el ${day}` : `, ahora ${when},`} sin su consentimiento.`,
  imposedSome: (who) => `${who} cambió su entrega sin su consentimiento.`,
  brokenPromise: 'Eso incumple lo prometido.',
  stillCounts: (agreed) => `Lo acordado, ${agreed}, sigue en pie.`,
  toldAt: (moment) => `Comunicado ${moment}.`,
  theirReason: 'Su motivo:',
  proposed: (by, count, narrows) => {
    const shorter = narrows && count === 1;
    const asks =
      by === 'carrier'
        ? `El transportista ${shorter ? 'le pide' : 'pide'}`
        : by === 'shop'
          ? 'Le pedimos'
          : 'Se le pide';
    return `${asks} ${
      count > 1
        ? `cambiar su entrega: hay ${count} propuestas`
        : shorter
          ? 'aceptar un horario más corto, dentro de lo acordado'
          : 'cambiar su entrega'
    }. Nada cambia sin su consentimiento.`;
  },
  timeOver: 'El plazo para responder ha terminado.',
  theyDecide: (who) => `Si la entrega se hace entonces, lo decide ${who}.`,
  askedWhen: (moment) => `Solicitado ${moment}`,
  askedSome: 'Solicitado',
  askedBy: (who) => `por ${who}.`,
  somebody: 'alguien cuyo nombre no consta',
  firstPromised: (when) => `Primera promesa: ${when}.`,
  changeUnread: 'Después hubo un cambio que no podemos leer.',
  agreedAt: (moment) => `Acordado ${moment}.`,
  saidArrived: (thing) => `Usted nos dijo que ha recibido ${thing}.`,
  takenBack: (reference, moment) =>
    `Usted anuló el reembolso ${reference}${moment && ` ${moment}`}.`,
  stillOpen: 'No se ha pagado nada. Si al final no está, puede volver a pedirlo.',
  claimedOther: 'Hemos anotado lo que eligió.',
  claim: (reference) => `Referencia ${reference}`,

  refundAsked: (amount, isCash) =>
    `Ha pedido el reembolso${amount && ` de ${amount}`}. ${isCash ? 'La tienda' : 'El banco'} todavía no lo ha confirmado.`,
  refundOrdered: (amount) => `Hemos ordenado el reembolso${amount && ` de ${amount}`}.`,
  refundSent: (amount) => `El reembolso${amount && ` de ${amount}`} ha salido de nuestro banco.`,
  cashReady: (amount) =>
    `El reembolso${amount && ` de ${amount}`} le espera en efectivo en la tienda.`,
  refundSettled: (amount) => `El reembolso${amount && ` de ${amount}`} está pagado.`,
  refundBlocked: (amount) => `El reembolso${amount && ` de ${amount}`} está retenido.`,
  heldSince: (date, by, you) =>
    you
      ? `Esperamos algo de usted desde el ${date}.`
      : `Retenido ${by ? `por ${by} ` : ''}desde el ${date}.${by ? '' : ' Nadie ha dicho por quién.'}`,
  refundFailed: (amount) =>
    `El reembolso${amount && ` de ${amount}`} no se ha podido completar. Seguimos debiéndoselo.`,
  refundReturned: (amount) =>
    `El reembolso${amount && ` de ${amount}`} ha vuelto a nuestra cuenta. Seguimos debiéndoselo.`,
  refundLate: (amount, due) =>
    `El reembolso${amount && ` de ${amount}`} debía llegar ${due}. Nadie lo ha confirmado.`,
  noAmount: 'su dinero',

  checking: 'Estamos comprobando si su solicitud ha llegado.',
  notReceived: 'Su solicitud no ha llegado a la tienda.',
  pressOnce: 'Pulse una vez más. Solo se puede hacer una vez.',
  notTakenBack: 'El reembolso ya no se puede anular aquí.',
  refundGoesOn: 'El reembolso sigue adelante tal como está.',
  notSentOffline: 'Su solicitud no se ha enviado. Está sin conexión.',
  refused: 'No se puede hacer desde aquí.',
  takenUnread: 'Ya hay algo registrado sobre esto, y no podemos leerlo.',
  withdrawing: 'Estamos anulando su solicitud de reembolso.',
  askingCopy:
    'Estamos consultando el sistema de la tienda. Hasta que responda, esta es nuestra última copia.',
  lastCopy: 'El sistema de la tienda no responde. Esta es nuestra última copia.',
  lastCopyOffline: 'Está sin conexión. Esta es nuestra última copia.',
  wasThen: 'En ese momento',
  promisedRow: 'Prometido',
  alsoPromised: 'También prometido',
  needsAnswer:
    'Ahora mismo no se puede enviar. Seguirá aquí cuando responda el sistema de la tienda.',
  noCopy: 'El sistema de la tienda no responde. Ahora mismo no podemos mostrarle su pedido.',
  notFound: 'No encontramos este pedido aquí.',
  forbidden: 'Vuelva a iniciar sesión para ver este pedido.',
  forbiddenCopy: 'Vuelva a iniciar sesión para ver las novedades.',
  offlineNoCopy: 'Está sin conexión. Ahora mismo no podemos mostrarle su pedido.',
  unreadable: 'No podemos leer lo que dice el sistema de la tienda sobre este pedido.',
  loading: 'Preguntamos a la tienda dónde está su pedido',

  live: 'En directo.',
  toldUs: (who, ago) => `${who} nos lo dijo ${ago}.`,
  scannedAs: (who, words, moment) => `${who}: ${words}, ${moment}.`,
  stillGood: (who, ago, every) =>
    `${who} nos lo dijo ${ago}. Hace un registro más o menos cada ${every}, así que sigue siendo válido.`,
  hours: (count) => (count === 1 ? 'hora' : `${count} horas`),
  unknownPlace: 'No sabemos dónde\u00a0está.',
  unknownPlaces: 'No sabemos dónde están.',
  lastScan: (who, moment, place) =>
    `${who} hizo el último registro ${moment}${place ? ` (${place})` : ''}.`,
  onlyAnnounced: (who, moment) => `Anunciado a ${who} ${moment}; nada desde entonces.`,
  neverScanned: 'Ningún transportista ha registrado nada todavía.',
  silentFor: (seconds, every) =>
    `Ningún registro desde hace ${span(seconds)}${
      every ? `; lo habitual es uno ${every === 86_400 ? 'al día' : `cada ${span(every)}`}` : ''
    }.`,
  newsMissed: (time) => `Había noticias prometidas para ${the(time)} y no han llegado.`,
  recorded: (who, moment) => `Registrado por ${who} ${moment}.`,
  recordedUndated: (who) => `Registrado por ${who}, sin hora.`,
  inTime: 'A tiempo.',
  late: 'Con retraso.',
  lateBy: (promised) => `La entrega estaba prometida ${promised}.`,
  lastChecked: (ago) => `Última comprobación: ${ago}.`,
  tooOld: (was) => `Lo que sabíamos era: ${was}. Es demasiado antiguo para repetirlo como cierto.`,
  madeBy: (who, moment) =>
    `${who === us ? 'Lo dijimos' : `Lo dijo ${who}`}${moment ? ` ${moment}` : ', sin fecha'}.`,
  us,
  shop: 'la tienda',
  bank: 'el banco de la tienda',
  confirmed: 'Confirmado',
  byWhomWhen: (who, moment) => `por ${who} ${moment}.`,
  askedAt: (moment) => `Solicitado ${moment}.`,
  answerBy: (due) => `Si ${at(due)} no hay respuesta, una persona se encarga.`,
  answerLate: (due) =>
    `La respuesta debía llegar a más tardar ${at(due)}. Llámenos: el dinero se le debe igualmente.`,
  waitForAnswer: 'No tiene que hacer nada más.',
  sentAt: (moment) => `Enviado ${moment}.`,
  onAccountBy: (due) => `En su cuenta a más tardar el ${due}.`,
  goneBy: (due) => `Fuera de su extracto a más tardar el ${due}.`,
  endedAt: (moment, reason) => `${reason ?? 'Nadie dio ningún motivo'} (${moment}).`,
  doNotAsk: 'No vuelva a pedirlo, no se ha perdido nada.',
  askedNoAnswer: (moment) => `Lo pidió ${moment}; la respuesta no nos ha llegado.`,
  nothingMoved: 'No se ha cobrado ni reembolsado nada.',
  pressAgain: 'Cuando vuelva la conexión, pulse una vez más. Solo se puede pagar una vez.',
  refusedAt: (moment) => `Rechazado ${moment}.`,
  amountChanged: 'El importe ha cambiado. El nuevo está abajo; no se ha hecho nada.',
  copiedAt: (moment, ago) => `Copia de ${moment}, ${ago}.`,
  mayHaveMoved: 'Puede que algo haya cambiado desde entonces.',
  tryAgainAt: (time) => `Lo intentamos de nuevo por nuestra cuenta a las ${time}.`,
  notFoundHelp: 'Quizá una cifra no sea correcta, o el pedido se hizo con otra cuenta.',
  forbiddenHelp: 'Su acceso ha terminado; su pedido, no.',
  passedMeanwhile: 'Ese momento ya ha pasado. Esta copia no puede decir si se entregó.',
  stillStands: 'Sigue en pie.',
  newsBy: 'Noticias',
  newsEvenIfNone: 'a más tardar, aquí, aunque no haya ninguna',
  chosenWait: 'Ha elegido esperar. El reembolso sigue aquí para usted.',

  allHours: (zone) => `Zona de todas las horas: ${zone}.`,

  refundAction: (amount) => `No ha llegado: reembolsar ${amount}`,
  cancelAction: 'Cancelar el pedido',
  reshipAction: 'Recibir otro envío',
  replaceAction: 'Cambiar el artículo',
  swapAction: (goods) => `Recibir ${goods} en su lugar`,
  waitFor: (count) => `Esperar a que ${count === 1 ? 'llegue' : 'lleguen'}`,
  choose: (_count, paid) =>
    `${paid ? 'Ya ha pagado. ' : ''}Elija qué se hace; no se decide nada por usted.`,
  waitAction: 'Esperar un poco más',
  refundChoice: (amount) => `Reembolsar ${amount}`,
  toMethod: (method, due) => `en ${method}${due ? `, a más tardar el ${due}` : ''}`,
  credit: 'un vale de la tienda',
  cash: 'efectivo, en la tienda',
  transfer: 'una cuenta bancaria',
  card: 'la tarjeta con la que pagó',
  wallet: 'el monedero con el que pagó',
  thereBy: (due) => `a más tardar el ${due}`,
  atDoor: (due) => `En su puerta ${due}`,
  refundStays: (until) => `El reembolso sigue aquí para usted hasta el ${until}`,
  refundStaysOpen: 'El reembolso sigue aquí para usted',
  nothingToExplain: 'No hay que explicar nada.',
  undoUntil: (until) => `Si aparece, puede anularlo hasta el ${until}.`,
  notPossible: (reason) => `No es posible: ${reason}`,
  locked: 'Enviamos su solicitud',
  lockedChecking: 'Estamos comprobando',
  onlyOnce: 'solo se puede pagar una vez',
  needsConnection: 'vuelve a funcionar cuando tenga conexión',
  confirmTitle: (what) => `¿${what}?`,
  confirmLarge: 'Mírelo una vez más: es un importe alto.',
  confirmSure: 'Mírelo una vez más, por si acaso.',
  confirmFramed: 'Mírelo una vez más: esta página se muestra dentro de otra.',
  confirmChanged: 'Mírelo una vez más: esto acaba de aparecer o de cambiar.',
  confirmYes: 'Sí, adelante',
  confirmNo: 'Ahora no',
  tryNow: 'Probar ahora',
  choices: 'Otras posibilidades',
  whatNow: '¿Qué quiere que hagamos?',

  by: (due) => `a más tardar ${at(due)}`,
  dateLate: 'Esta fecha ya ha pasado. Se le debe igualmente: llámenos.',
  noDate: 'todavía sin fecha',

  noTime: 'sin hora',
  localTime: 'hora local',
  noWords: 'Registrado sin texto',
  quoted: (words) => `«${words}»`,
  theirDoing: {
    carrier: 'Por causa del transportista.',
    shop: 'Por causa nuestra.',
    recipient: 'En la dirección.',
    customs: 'La aduana.',
    weather: 'El mal tiempo.',
    other: '',
  },
  phase: {
    announced: 'Anunciado al transportista',
    collected: 'Entregado al transportista',
    'in-transit': 'En camino',
    customs: 'En la aduana',
    'out-for-delivery': 'En reparto',
    attempted: 'Entrega intentada, no fue posible',
    'ready-for-pickup': 'En el punto de recogida',
    delivered: 'Entregado',
    problem: 'Ha habido un problema',
    returning: 'De vuelta al remitente',
    returned: 'Devuelto al remitente',
    cancelled: 'Cancelado',
  },
  arrivedIn: (place) => `Llegó a ${place}`,
  leftFrom: (place) => `Salió de ${place}`,
  partUnreadable: {
    shipments: (position) => `No se ha podido leer el paquete ${position}`,
    promises: () => 'No se ha podido leer lo que se prometió',
    offers: () => 'No se ha podido leer una de sus opciones',
    refunds: () => 'No se ha podido leer una parte de su reembolso',
    events: () => 'No se ha podido leer una entrada del historial',
    other: () => 'No se ha podido leer una parte de esta página',
  },
  partUnreadableHelp: 'Sabemos que existe, no lo que dice. El resto de esta página es fiable.',

  person: '¿Prefiere hablar con una persona?',
  personUntil: (time) => `, hasta las ${time}`,
  personClosed: (moment) => `, cerrado en este momento${moment ? `, abre de nuevo ${moment}` : ''}`,
  give: 'Indique',
  theySee: ': quien le atienda ve esta misma página.',
  personNoWay: '¿Prefiere hablar con una persona? Pregunte en la tienda e indique',
  stop: '.',
});
