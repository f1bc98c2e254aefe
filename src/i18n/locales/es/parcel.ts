import type { ParcelMessages } from '../en/parcel.js';
import { contracted } from './contracted.js';

/** What a parcel's own part of the page says, in Spanish. */
export const parcel = contracted<ParcelMessages>({
  allEvents: (count) => (count === 1 ? 'Ver el registro' : `Ver los ${count} registros`),
  fewerEvents: 'Ver menos registros',
  future: 'con fecha futura según su fuente',
  inTheirWords: (who) => `${who}, con sus propias palabras`,
  recorded: 'Lo que se ha registrado',

  carrier: 'Transportista',
  trackingNumber: 'Número',
  trackOn: (who) => `Seguir el envío en ${who}`,
  call: (number) => `llamar al ${number}`,
  proof: 'Prueba',
  signedBy: (who) => `con la firma de ${who}`,
  photo: 'ver la foto',
  partOnly: 'solo una parte',
  noProof: 'nadie firmó y no hay foto',

  said: 'Entregado',
  denied: 'No recibido',
  you: 'Usted',
  settles: 'Qué lo aclara:',
  settledBy: (what, due) => `${what}${due ? `, ${due}` : ''}.`,

  instead: (fault, on, position) =>
    `Sustituye a ${fault}${on ? ` del ${on}` : ''}${position ? `, en el paquete ${position}` : ''}.`,
  inPlaceOf: (position) => `Sustituye al paquete ${position}.`,
  replacedBy: (position) => `Lo sustituye el paquete ${position}.`,
  doIt: {
    collect: 'Ver dónde recogerlo',
    pay: 'Pagar aquí',
    address: 'Corregir la dirección aquí',
    documents: 'Enviar los papeles aquí',
    arrange: 'Elegir un día aquí',
    contact: 'Escribirles aquí',
  },

  carrierAnswers: 'Quién lo lleva',
  keepCarrier: (name) => `Mantener ${name}`,
  takeCarrier: (name) => `Enviarlo con ${name}`,
  otherCarrier: 'Otro transportista, por favor',
  otherCarrierHelp: 'La tienda aún tiene que decir cuál',
  anotherCarrier: 'otro transportista',
  carrierChosen: (name, moment) =>
    name ? `Eligió ${name}, ${moment}.` : `Pidió otro transportista, ${moment}.`,
  carrierUntil: (moment, who, stands) =>
    `Todavía sin enviar: puede elegir ${moment ? `(plazo: ${moment})` : 'hasta que salga'}${who && `, según ${who}`}. Si no hace nada, ${stands ? `sigue igual: ${stands}` : 'la tienda elige otro'}.`,
  carrierOver: (moment, stands) =>
    `El plazo para elegir ha terminado (${moment}). Ahora ${stands ? `decide la tienda; por ahora: ${stands}` : 'la tienda elige otro'}.`,

  parcels: 'Sus paquetes',
  tile: {
    arrived: 'ha llegado',
    coming: 'por llegar',
    needs: 'necesita algo de usted',
    trouble: 'tiene un problema',
    replaced: 'lo sustituye otro',
  },
  holds: (count, total, name) =>
    `${total !== undefined && count < total ? `${count} de ${total} × ` : count > 1 ? `${count} × ` : ''}${name}`,
  showArrived: (count) =>
    count === 1 ? 'Ver el que ha llegado' : `Ver los ${count} que han llegado`,
  hideArrived: 'Ocultar los que han llegado',
  showOthers: (count) => (count === 1 ? 'Ver el otro' : `Ver los otros ${count}`),
  hideOthers: 'Ocultar los otros',
  notSent: 'Todavía sin enviar',

  now: () => 'Ahora',
  expected: 'Previsto',
  missedMark: 'Incumplido.',
  deliveredMark: 'Entregado',
  lastScanLabel: 'Último registro',
  orderedLabel: 'Pedido',
  madeLabel: 'Promesa hecha',
  promisedLabel: (day) => `Prometido ${day || 'hoy'}`,
  lineExpected: (window, promise) => `Previsto ${window}. Prometido ${promise}.`,
  lineMissed: (promise) => `Prometido ${promise}. Ese momento ya ha pasado.`,
  lineOpen: (promise) => `Prometido ${promise}. Ese momento no ha pasado todavía.`,
  lineDelivered: (moment, promise) => `Entregado ${moment}. Prometido ${promise}.`,
  lineSince: (label, moment) => `${label}: ${moment}.`,

  secondComing: (reference) =>
    `Hay otro envío en camino hacia usted (${reference}). Llámenos si no lo quiere.`,
  priceEach: (count, price) => `${count} × ${price}`,
  reserved: (count) => `${count} en reserva para usted`,
  awaited: (count, date, condition) =>
    `${count} ${date ? `hacia el ${date}` : 'más adelante, todavía sin fecha'}${
      condition
        ? `, por encargo, una vez ${condition === 'deposit' ? 'pagada la señal' : 'pagado'}`
        : ''
    }`,
  failed: (count) => `${count} no ${count === 1 ? 'disponible' : 'disponibles'}`,
  delivery: (charge) => `entrega ${charge}`,
});
