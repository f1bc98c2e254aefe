import type { CheckoutMessages } from '../en/checkout.js';
import { the } from './base.js';
import { contracted } from './contracted.js';

/** What the checkout guard says, in Spanish. */
export const checkout = contracted<CheckoutMessages>({
  before: 'Antes de pagar',
  checking: 'Comprobamos toda la cesta con la tienda',
  handing: 'Su elección pasa a su cesta',

  yours: (noun) => `Su ${noun}`,
  goods: (count, total, nouns) =>
    count === total ? `Sus ${total} ${nouns}` : `${count} de sus ${total} ${nouns}`,
  named: (count, total, name) =>
    count === total ? `Sus ${total} × ${name}` : `${count} de sus ${total} × ${name}`,
  things: (count, total) =>
    count === total
      ? `Los ${total} artículos de su cesta`
      : `${count} de los ${total} artículos de su cesta`,
  notOnShelf: (subject, count) => `${subject} no ${count === 1 ? 'está' : 'están'} en stock.`,
  soldOut: (subject, count) =>
    `${subject} ya no ${count === 1 ? 'está disponible' : 'están disponibles'}.`,
  notAsTold: (subject, count) =>
    `${subject} no ${count === 1 ? 'llega' : 'llegan'} como le dijimos.`,
  unconfirmed: 'La tienda no ha confirmado su cesta.',
  unconfirmedGoesOn: 'La tienda no pudo confirmar el stock. Su pago sigue adelante igualmente.',
  notTaken: 'Su elección no ha llegado a su cesta.',
  noted: 'Le avisamos cuando vuelva a haber.',
  holdEnded: (time) =>
    `Sus unidades estaban en reserva hasta\u00a0${the(time)}. Ese momento ya ha pasado.`,
  tooOld: 'Lo que sabíamos de su cesta es demasiado antiguo para fiarse.',

  checkedNow: 'Comprobado ahora,',
  changedNow: 'Acaba de cambiar.',
  checked: (ago) => `Comprobado ${ago},`,
  whole: 'toda la cesta. No se le ha cobrado nada.',
  notCharged: 'No se le ha cobrado nada.',
  askingAgain: 'Preguntamos otra vez a la tienda.',
  noAnswer: 'No hemos recibido ninguna respuesta que sirva.',
  offline: 'Está sin conexión.',
  noSense: 'La respuesta de su sistema no es fiable.',
  incomplete: 'Su respuesta no lo dice todo.',
  noBasket: 'Esta página no ha dicho qué contiene.',
  blocked: 'Sin eso, la tienda no cobra nada.',
  pageKept: 'Esta página conserva la cesta como estaba.',
  writesTo: (channel) => `Escribimos a ${channel}.`,

  now: 'Ahora',
  later: 'Más adelante',
  none: 'No disponible',
  told: 'Se le dijo',
  unknown: 'No se sabe',
  unknownHelp: 'Nadie ha dicho si hay',
  units: (count, total, noun) =>
    noun ? `${count} ${noun}` : total === 1 ? '1' : `${count} de ${total}`,
  about: (date) => (date ? ` hacia el ${date}` : ', todavía sin fecha'),
  held: (time) => `, en reserva para usted hasta\u00a0${the(time)}`,
  someHeld: (count, time) => `, ${count} en reserva para usted hasta\u00a0${the(time)}`,
  prepaid: 'por encargo, una vez pagado',
  deposit: 'por encargo, una vez pagada la señal',
  afterHold: (time) =>
    `Después de\u00a0${the(time)}, otras personas pueden comprar lo que está en reserva; volvemos a preguntar antes de que pague.`,
  rest: (count) =>
    count === 1
      ? 'La otra línea de su cesta está como le dijimos.'
      : `Las otras ${count} líneas de su cesta están como le dijimos.`,
  showAll: (count) => `Ver las ${count}`,
  showFewer: 'Ver menos',

  choices: '¿Cómo quiere continuar?',
  pay: (count, amount) => `Pagar ${count === 1 ? 'la unidad' : `las ${count} unidades`}${amount}`,
  payAll: (amount) => `Pagar todo${amount}`,
  payShelf: (count, amount) =>
    `Pagar ${count === 1 ? 'la unidad' : `las ${count} unidades`} en stock${amount}`,
  payAllShelf: (amount) => `Pagar lo que está en stock${amount}`,
  swap: (goods, amount) => `Llevarme ${goods ?? 'otra cosa'} en su lugar${amount}`,
  payRest: (amount) => `Pagar el resto y recibir un aviso${amount}`,
  beTold: 'Recibir un aviso cuando vuelva a haber',
  amount: (amount) => `: ${amount}`,
  dueNow: (due, total) => `, ${due} ahora de ${total}`,
  allCanLeave: (count) =>
    count === 1 ? 'Puede salir ya' : `Las ${count} unidades pueden salir ya`,
  canLeave: (count) => (count === 1 ? '1 puede salir ya' : `${count} pueden salir ya`),
  comes: (count, about) => `${count}${about}`,
  writes: (channel) =>
    channel ? `Escribimos a ${channel} cuando vuelva a haber` : 'Le avisamos cuando vuelva a haber',
  nothingPaid: 'No se paga nada',
  notPossible: (reason) => `No es posible: ${reason}`,
  back: 'Volver a la cesta',
  nothingCharged: 'No se cobra nada',
  staysHeld: (count, time) =>
    `No se pierde nada, ${count === 1 ? 'la unidad sigue' : `las ${count} unidades siguen`} en reserva hasta\u00a0${the(time)}`,
  again: 'Preguntar otra vez a la tienda',
  againHelp: 'Solo paga si todo está confirmado',
  anyway: 'Pagar igualmente',
  anywayHelp: 'Puede que después resulte que falta algo',

  basketChanged: 'Su cesta ha cambiado. Se comprueba otra vez cuando pague.',
  pageChanged: 'La página ha cambiado mientras tanto. Con esa pulsación no se ha pagado nada.',
  restored: 'Todo está como le dijimos. Ya puede pagar.',

  person: '¿Alguna pregunta antes?',
  personUntil: (time) => `, hasta\u00a0las\u00a0${time}`,
  personClosed: (moment) => `, cerrado en este momento${moment ? `, abre de nuevo ${moment}` : ''}`,
  personNoWay: '¿Alguna pregunta antes? Consulte a la tienda antes de pagar.',
});
