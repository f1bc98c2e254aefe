import type { ParcelMessages } from '../en/parcel.js';
import { contracted } from './contracted.js';

/** What a parcel's own part of the page says, in European Portuguese. */
export const parcel = contracted<ParcelMessages>({
  allEvents: (count) => (count === 1 ? 'Ver o registo' : `Ver os ${count} registos`),
  fewerEvents: 'Ver menos registos',
  future: 'com data futura segundo a fonte',
  inTheirWords: (who) => `${who}, pelas suas próprias palavras`,
  recorded: 'O que foi registado',

  carrier: 'Transportadora',
  trackingNumber: 'Número',
  trackOn: (who) => `Seguir no site: ${who}`,
  call: (number) => `ligar para ${number}`,
  proof: 'Prova',
  signedBy: (who) => `assinado por ${who}`,
  photo: 'ver a fotografia',
  partOnly: 'só uma parte',
  noProof: 'ninguém assinou e não há fotografia',

  said: 'Entregue',
  denied: 'Não recebido',
  you: 'A sua versão',
  settles: 'O que o esclarece:',
  settledBy: (what, due) => `${what}${due ? `, ${due}` : ''}.`,

  instead: (fault, on, position) =>
    `Substitui ${fault}${on ? ` (${on})` : ''}${position ? `, no pacote ${position}` : ''}.`,
  inPlaceOf: (position) => `Substitui o pacote ${position}.`,
  replacedBy: (position) => `O pacote ${position} substitui-o.`,
  doIt: {
    collect: 'Ver onde levantar',
    pay: 'Pagar aqui',
    address: 'Corrigir a morada aqui',
    documents: 'Enviar os documentos aqui',
    arrange: 'Escolher um dia aqui',
    contact: 'Escrever-lhes aqui',
  },

  carrierAnswers: 'Quem o entrega',
  keepCarrier: (name) => `Manter ${name}`,
  takeCarrier: (name) => `Enviar com ${name}`,
  otherCarrier: 'Outra transportadora, por favor',
  otherCarrierHelp: 'A loja ainda tem de dizer qual',
  anotherCarrier: 'outra transportadora',
  carrierChosen: (name, moment) =>
    name ? `Escolheu ${name}, ${moment}.` : `Pediu outra transportadora, ${moment}.`,
  carrierUntil: (moment, who, stands) =>
    `Ainda não enviado: pode escolher ${moment ? `(prazo: ${moment})` : 'até sair'}${who && `, segundo ${who}`}. Se não fizer nada, ${stands ? `fica assim: ${stands}` : 'a loja escolhe outra'}.`,
  carrierOver: (moment, stands) =>
    `O prazo para escolher terminou (${moment}). Agora ${stands ? `decide a loja; por enquanto: ${stands}` : 'a loja escolhe outra'}.`,

  parcels: 'Os seus pacotes',
  tile: {
    arrived: 'chegou',
    coming: 'por chegar',
    needs: 'precisa de si',
    trouble: 'tem um problema',
    replaced: 'outro substitui-o',
  },
  holds: (count, total, name) =>
    `${total !== undefined && count < total ? `${count} de ${total} × ` : count > 1 ? `${count} × ` : ''}${name}`,
  showArrived: (count) => (count === 1 ? 'Ver o que chegou' : `Ver os ${count} que chegaram`),
  hideArrived: 'Ocultar os que chegaram',
  showOthers: (count) => (count === 1 ? 'Ver o outro' : `Ver os outros ${count}`),
  hideOthers: 'Ocultar os outros',
  notSent: 'Ainda não enviado',

  now: () => 'Agora',
  expected: 'Previsto',
  missedMark: 'Não cumprido.',
  deliveredMark: 'Entregue',
  lastScanLabel: 'Último registo',
  orderedLabel: 'Encomendado',
  madeLabel: 'Promessa feita',
  promisedLabel: (day) => `Prometido ${day || 'hoje'}`,
  lineExpected: (window, promised) => `Previsto ${window}. Prometido ${promised}.`,
  lineMissed: (promised) => `Prometido ${promised}. Esse momento já passou.`,
  lineOpen: (promised) => `Prometido ${promised}. Esse momento ainda não passou.`,
  lineDelivered: (moment, promised) => `Entregue ${moment}. Prometido ${promised}.`,
  lineSince: (label, moment) => `${label}: ${moment}.`,

  secondComing: (reference) =>
    `Há outro pacote a caminho (${reference}). Ligue-nos se não o quiser.`,
  priceEach: (count, price) => `${count} × ${price}`,
  reserved: (count) => `${count} de parte para si`,
  awaited: (count, date, condition) =>
    `${count} ${date ? `por volta de ${date}` : 'mais tarde, ainda sem data'}${
      condition
        ? `, a encomendar ${condition === 'deposit' ? 'após o sinal' : 'após o pagamento'}`
        : ''
    }`,
  failed: (count) => `${count} ${count === 1 ? 'indisponível' : 'indisponíveis'}`,
  delivery: (charge) => `entrega ${charge}`,
});
