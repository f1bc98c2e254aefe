import type { RemedyMessages } from '../en/remedy.js';
import { contracted } from './contracted.js';

/** What the remedy says beyond the button and the path of the money, in European Portuguese. */
export const remedy = contracted<RemedyMessages>({
  turnedUp: (who, moment) => `${who} registou a entrega${moment && ` ${moment}`}.`,
  turnedUpHelp:
    'Se o tem consigo, diga-nos. Se não, não precisa de fazer nada: o reembolso continua.',
  arrivedAfterAll: 'Afinal chegou',
  otherMind: 'Mudei de ideias',
  arrivedUntil: (until) => `Anula o reembolso, até ${until}`,

  heldBy: 'Retido por',
  since: (moment) => `desde ${moment}`,
  you: 'si',
  takes: 'O que é preciso',
  owner: 'Quem trata disso',
  nextStep: 'Próximo passo até',
  stepLate: 'Esse momento já passou. Ligue-nos: continua a ser-lhe devido.',

  reversal: 'O próprio débito é anulado.',
  reversalHelp: 'Desaparece do seu extrato; não aparece nenhum crédito à parte.',

  law: 'O que diz a lei',
  ownPromise: 'O que oferecemos aqui é a nossa própria promessa, além do que a lei nos pede.',
  rightsStand: 'Os seus direitos mantêm-se, seja qual for a sua escolha aqui.',
  lawDay: (day) => `Por lei, o dinheiro tem de ser devolvido até ${day}.`,
  lawGrown: (percent, more, total, isOwed) =>
    `${isOwed ? 'Por' : 'Se não recebeu nada, por'} lei, o montante aumentou ${percent} %: mais ${more}, ${total} ao todo.`,
  lawGrows: (percent, day) => `A partir de ${day}, aumenta ${percent} %.`,

  cameLate:
    'A entrega chegou quando o dinheiro já tinha saído. Escolha o que se faz; nada é decidido por si.',
  keep: (amount) => (amount ? `Ficar com ele e devolver ${amount}` : 'Ficar com ele'),
  keepHelp: 'Dizemos-lhe como',
  chargedTo: (method) => `Cobrado em ${method}`,
  giveBack: 'Enviar de volta',
  giveBackHelp: 'Nada a pagar',

  other: 'É outra coisa que não está bem',
  what: 'O que não está bem?',
  ground: {
    'not-delivered': 'Não chegou',
    late: 'Chegou tarde demais',
    incomplete: 'Falta alguma coisa',
    damaged: 'Tem danos',
    'wrong-item': 'Não é o que encomendei',
    'delivered-elsewhere': 'Foi deixado noutro sítio',
    'not-received': 'Consta como entregue e não o tenho',
  },
  attached:
    'Juntamos o que foi prometido, o que a transportadora registou e o que diz esta página. Não é preciso escrever nada.',
  thenWhat: 'O que quer que façamos?',
  close: 'Fechar',

  receipt: 'Comprovativo para guardar',
  order: 'Encomenda',
  refund: 'Reembolso',
  amount: 'Montante',
  noAmount: 'Não o conhecemos',
  to: 'Destino',
  asked: 'Pedido',
  ordered: 'Ordem dada',
  sent: 'Enviado pelo banco',
  settled: 'Na sua conta',
  reversed: 'Fora do seu extrato',
  ifDatePasses: 'Se uma data passar, esta página diz.',
  reference: 'Referência',
  sameEverywhere: 'a indicar por telefone ou na loja',
  paidWith: 'o meio usado no pagamento',
  ready: 'Pronto na loja',
  fetched: 'Levantado por si',
  over: { failed: 'Não se concretizou', returned: 'Voltou para nós', withdrawn: 'Anulado' },
  notDated: 'data não indicada',
  another: (reference, amount, state) => `${reference}${amount && `, ${amount}`}: ${state}`,
  inAll: (amount, count) => `${amount} ao todo, em ${count} reembolsos.`,
  expected: 'Previsto até',
  wrong: 'O que não estava bem',
  written: 'Escrito',
  row: (label, value) => `${label}: ${value}`,
  print: 'Imprimir',
  copy: 'Copiar',
  copied: 'Copiado.',
  notCopied: 'Não foi possível copiar. O texto está selecionado: copie-o daqui.',
  save: 'Guardar como texto',
  remind: 'Lembrar-me da data',
  notMade: 'Não foi possível criar o lembrete. Prima de novo.',
  remindWhat: (amount) => `${amount}: o reembolso devia ter chegado até hoje`,
});
