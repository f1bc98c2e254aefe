import type { CheckoutMessages } from '../en/checkout.js';
import { the, until } from './base.js';
import { contracted } from './contracted.js';

/** What the checkout guard says, in European Portuguese. */
export const checkout = contracted<CheckoutMessages>({
  before: 'Antes de pagar',
  checking: 'Estamos a verificar todo o carrinho com a loja',
  handing: 'A sua escolha passa para o carrinho',

  yours: (noun) => `O seu artigo (${noun})`,
  goods: (count, total, nouns) =>
    count === total
      ? `Os seus ${total} artigos (${nouns})`
      : `${count} dos seus ${total} artigos (${nouns})`,
  named: (count, total, name) =>
    count === total ? `Os seus ${total} × ${name}` : `${count} dos seus ${total} × ${name}`,
  things: (count, total) =>
    count === total
      ? `Os ${total} artigos do seu carrinho`
      : `${count} dos ${total} artigos do seu carrinho`,
  notOnShelf: (subject, count) => `${subject} não ${count === 1 ? 'está' : 'estão'} em stock.`,
  soldOut: (subject, count) =>
    `${subject} já não ${count === 1 ? 'está disponível' : 'estão disponíveis'}.`,
  notAsTold: (subject, count) =>
    `${subject} não ${count === 1 ? 'chega' : 'chegam'} como lhe dissemos.`,
  unconfirmed: 'A loja não confirmou o seu carrinho.',
  unconfirmedGoesOn: 'A loja não pôde confirmar o stock. O seu pagamento continua mesmo assim.',
  notTaken: 'A sua escolha não chegou ao carrinho.',
  noted: 'Avisamos quando voltar a haver.',
  holdEnded: (time) =>
    `As suas unidades estavam reservadas ${until(time)}. Esse momento já passou.`,
  tooOld: 'O que sabíamos do seu carrinho é demasiado antigo para ser fiável.',

  checkedNow: 'Verificado agora,',
  changedNow: 'Acabou de mudar.',
  checked: (ago) => `Verificado ${ago},`,
  whole: 'todo o carrinho. Não lhe foi cobrado nada.',
  notCharged: 'Não lhe foi cobrado nada.',
  askingAgain: 'Perguntamos de novo à loja.',
  noAnswer: 'Não recebemos nenhuma resposta que sirva.',
  offline: 'Está sem ligação.',
  noSense: 'A resposta do seu sistema não é fiável.',
  incomplete: 'A sua resposta não diz tudo.',
  noBasket: 'Esta página não disse o que contém.',
  blocked: 'Sem isso, a loja não cobra nada.',
  pageKept: 'Esta página ainda tem o carrinho como estava.',
  writesTo: (channel) => `Escrevemos para ${channel}.`,

  now: 'Agora',
  later: 'Mais tarde',
  none: 'Indisponível',
  told: 'Foi-lhe dito',
  unknown: 'Não se sabe',
  unknownHelp: 'Ninguém disse se há',
  units: (count, total, noun) =>
    noun ? `${count} ${noun}` : total === 1 ? '1' : `${count} de ${total}`,
  about: (date) => (date ? ` por volta de ${date}` : ', ainda sem data'),
  held: (time) => `, de parte para si ${until(time)}`,
  someHeld: (count, time) => `, ${count} de parte para si ${until(time)}`,
  prepaid: 'a encomendar após o pagamento',
  deposit: 'a encomendar após um sinal',
  afterHold: (time) =>
    `Depois de ${the(time)}, outras pessoas podem comprar o que está de parte; voltamos a perguntar antes de pagar.`,
  rest: (count) =>
    count === 1
      ? 'A outra linha do seu carrinho está como lhe dissemos.'
      : `As outras ${count} linhas do seu carrinho estão como lhe dissemos.`,
  showAll: (count) => `Ver as ${count}`,
  showFewer: 'Ver menos',

  choices: 'Como quer continuar?',
  pay: (count, amount) => `Pagar ${count === 1 ? 'a unidade' : `as ${count} unidades`}${amount}`,
  payAll: (amount) => `Pagar tudo${amount}`,
  payShelf: (count, amount) =>
    `Pagar ${count === 1 ? 'a unidade' : `as ${count} unidades`} em stock${amount}`,
  payAllShelf: (amount) => `Pagar o que está em stock${amount}`,
  swap: (goods, amount) => `Levar ${goods ?? 'outra coisa'} em vez disso${amount}`,
  payRest: (amount) => `Pagar o resto e receber um aviso${amount}`,
  beTold: 'Receber um aviso quando voltar a haver',
  amount: (amount) => `: ${amount}`,
  dueNow: (due, total) => `, ${due} agora de ${total}`,
  allCanLeave: (count) => (count === 1 ? 'Pode sair já' : `As ${count} unidades podem sair já`),
  canLeave: (count) => (count === 1 ? '1 pode sair já' : `${count} podem sair já`),
  comes: (count, about) => `${count}${about}`,
  writes: (channel) =>
    channel ? `Escrevemos para ${channel} quando voltar a haver` : 'Avisamos quando voltar a haver',
  nothingPaid: 'Não se paga nada',
  notPossible: (reason) => `Não é possível: ${reason}`,
  back: 'Voltar ao carrinho',
  nothingCharged: 'Nada é cobrado',
  staysHeld: (count, time) =>
    `Nada se perde, ${count === 1 ? 'a unidade fica' : `as ${count} unidades ficam`} de parte ${until(time)}`,
  again: 'Perguntar de novo à loja',
  againHelp: 'Só paga se tudo for confirmado',
  anyway: 'Pagar mesmo assim',
  anywayHelp: 'Depois pode verificar-se que falta alguma coisa',

  basketChanged: 'O seu carrinho mudou. É verificado de novo quando pagar.',
  pageChanged: 'A página mudou entretanto. Com esse toque não foi pago nada.',
  restored: 'Está tudo como lhe dissemos. Já pode pagar.',

  person: 'Alguma dúvida antes?',
  personUntil: (time) => `, ${until(time)}`,
  personClosed: (moment) => `, fechado neste momento${moment ? `, reabre ${moment}` : ''}`,
  personNoWay: 'Alguma dúvida antes? Pergunte à loja antes de pagar.',
});
