import type { RemedyMessages } from '../en/remedy.js';
import { contracted } from './contracted.js';

/** What the remedy says beyond the button and the path of the money, in Spanish. */
export const remedy = contracted<RemedyMessages>({
  turnedUp: (who, moment) => `${who} registró la entrega${moment && ` ${moment}`}.`,
  turnedUpHelp:
    'Si lo tiene, díganoslo. Si no, no hay nada que hacer: el reembolso sigue adelante.',
  arrivedAfterAll: 'Al final ha llegado',
  otherMind: 'He cambiado de opinión',
  arrivedUntil: (until) => `Anula el reembolso, hasta el ${until}`,

  heldBy: 'Retenido por',
  since: (moment) => `desde el ${moment}`,
  you: 'usted',
  takes: 'Qué hace falta',
  owner: 'Quién se encarga',
  nextStep: 'Próximo paso a más tardar',
  stepLate: 'Ese momento ya ha pasado. Llámenos: se le debe igualmente.',

  reversal: 'Se anula el propio cargo.',
  reversalHelp: 'Desaparece de su extracto; no aparece ningún abono aparte.',

  law: 'Qué dice la ley',
  ownPromise:
    'Lo que ofrecemos aquí es nuestra propia promesa, más allá de lo que la ley nos pide.',
  rightsStand: 'Sus derechos se mantienen, elija lo que elija aquí.',
  lawDay: (day) => `Por ley, el dinero debe estar devuelto a más tardar el ${day}.`,
  lawGrown: (percent, more, total, isOwed) =>
    `${isOwed ? 'Por' : 'Si no ha recibido nada, por'} ley, el importe ha aumentado un ${percent} %: ${more} más, ${total} en total.`,
  lawGrows: (percent, day) => `A partir del ${day} aumenta un ${percent} %.`,

  cameLate:
    'La entrega llegó cuando el dinero ya había salido. Elija qué se hace; no se decide nada por usted.',
  keep: (amount) => (amount ? `Quedármelo y devolver ${amount}` : 'Quedármelo'),
  keepHelp: 'Le decimos cómo',
  chargedTo: (method) => `Con cargo a ${method}`,
  giveBack: 'Devolverlo',
  giveBackHelp: 'Sin pagar nada',

  other: 'Es otra cosa lo que va mal',
  what: '¿Qué va mal?',
  ground: {
    'not-delivered': 'No ha llegado',
    late: 'Llegó demasiado tarde',
    incomplete: 'Falta algo',
    damaged: 'Tiene daños',
    'wrong-item': 'No es lo que pedí',
    'delivered-elsewhere': 'Se dejó en otro sitio',
    'not-received': 'Consta como entregado y no lo tengo',
  },
  attached:
    'Adjuntamos lo que se prometió, lo que registró el transportista y lo que dice esta página. No hay que escribir nada.',
  thenWhat: '¿Qué quiere que hagamos?',
  close: 'Cerrar',

  receipt: 'Comprobante para guardar',
  order: 'Pedido',
  refund: 'Reembolso',
  amount: 'Importe',
  noAmount: 'No lo conocemos',
  to: 'Destino',
  asked: 'Solicitado',
  ordered: 'Ordenado',
  sent: 'Enviado por el banco',
  settled: 'En su cuenta',
  reversed: 'Fuera de su extracto',
  ifDatePasses: 'Si pasa una fecha, esta página lo dice.',
  reference: 'Referencia',
  sameEverywhere: 'la que debe dar por teléfono o en la tienda',
  paidWith: 'el medio con el que pagó',
  ready: 'Listo en la tienda',
  fetched: 'Recogido por usted',
  over: {
    failed: 'No se ha completado',
    returned: 'Ha vuelto a nuestra cuenta',
    withdrawn: 'Anulado',
  },
  notDated: 'fecha no indicada',
  another: (reference, amount, state) => `${reference}${amount && `, ${amount}`}: ${state}`,
  inAll: (amount, count) => `${amount} en total, en ${count} reembolsos.`,
  expected: 'Previsto a más tardar el',
  wrong: 'Qué iba mal',
  written: 'Escrito',
  row: (label, value) => `${label}: ${value}`,
  print: 'Imprimir',
  copy: 'Copiar',
  copied: 'Copiado.',
  notCopied: 'No se ha podido copiar. El texto está seleccionado: cópielo desde aquí.',
  save: 'Guardar como texto',
  remind: 'Recordarme la fecha',
  notMade: 'No se ha podido crear el recordatorio. Pulse otra vez.',
  remindWhat: (amount) => `${amount}: el reembolso debería haber llegado hoy`,
});
