import type { OrderMessages } from '../en/order.js';
import { the, until } from './base.js';
import { contracted } from './contracted.js';

const span = (seconds: number): string => {
  const minutes = seconds / 60;
  return minutes < 120
    ? `${Math.floor(minutes)} minutos`
    : minutes < 48 * 60
      ? `${Math.floor(minutes / 60)} horas`
      : `${Math.floor(minutes / 1440)} dias`;
};

const we = 'Nós';
const us = 'nós';
const credit = 'um vale da loja';
const cash = 'numerário, na loja';
const firstParcel = 'primeiro pacote';
const promise = (who: string): string =>
  who === we ? 'Tínhamos prometido' : `${who} tinha prometido`;
/** `na qui., 26 de nov.` after an hour: `das 17h de quinta, 26/11`. */
const of = (day: string): string => day && ` de ${day.replace(/^n[ao] /, '')}`;

/**
 * What the order, the parcel and the remedy say, in European Portuguese. What a merchant calls the goods
 * stands in brackets beside a word whose gender is known, as possessives and participles depend on it.
 */
export const order = contracted<OrderMessages>({
  order: (reference) => `Encomenda ${reference}`,
  refund: (reference) => `Reembolso ${reference}`,
  parcelOf: (position, total) => `Pacote ${position} de ${total}`,
  parcel: (position, name) => `Pacote ${position}${name ? `, ${name}` : ''}`,
  thing: (noun) => `o seu ${noun === firstParcel ? noun : `pacote${noun ? ` (${noun})` : ''}`}`,
  firstParcel,
  goods: (count) => (count === 1 ? 'artigo' : 'artigos'),
  units: (count, total, noun) =>
    total === 1
      ? `o seu artigo${noun === 'artigo' ? '' : ` (${noun})`}`
      : count === undefined
        ? noun
        : total === undefined || count === total
          ? `${count} ${noun}`
          : `${count} de ${total} ${noun}`,
  we,
  carrier: 'A transportadora',

  before: (time, day) => `antes de as ${time}${of(day)}`,
  between: (from, before, day) => `entre as ${from} e as ${before}${of(day)}`,
  byDay: (date) => `até ${date}`,

  missed: (who, thing, when) => `${promise(who)} entregar ${thing} ${when}. Não chegou.`,
  missedSeveral: (who, when) =>
    `${promise(who)} entregar os seus pacotes ${when}. Não chegaram todos.`,
  expectedBetween: (thing, when) => `Prevê-se que ${thing} chegue ${when}.`,
  expectedAround: (thing, when) => `Prevê-se que ${thing} chegue por volta de ${the(when)}.`,
  expectedLate: (thing, when, promised) =>
    `Prevê-se agora que ${thing} chegue ${when}, mais tarde do que o prometido (${promised}).`,
  arrived: (thing, moment) => `${thing} foi entregue ${moment}.`,
  arrivedSome: (thing) => `${thing} foi entregue.`,
  arrivedSeveral: (count) => `Os ${count} pacotes foram todos entregues.`,
  several: (arrived, total, needs, trouble) =>
    [
      arrived === 0
        ? `Ainda não chegou nenhum dos seus ${total} pacotes.`
        : arrived === 1
          ? `Chegou um dos seus ${total} pacotes.`
          : `Chegaram ${arrived} dos seus ${total} pacotes.`,
      needs === 0 ? '' : needs === 1 ? 'Um precisa de si.' : `${needs} precisam de si.`,
      trouble === 0 ? '' : trouble === 1 ? 'Um tem um problema.' : `${trouble} têm um problema.`,
    ]
      .filter(Boolean)
      .join(' '),
  nextOne: (position, when, promised) =>
    `O pacote ${position} está ${promised ? 'prometido' : 'previsto'} ${when}.`,
  disputed: (who) => `${who} diz que o entregou. Segundo nos disse, não chegou.`,
  bothNoted: 'Ficam registadas as duas versões. Um registo ainda não é uma entrega.',
  contradicted: (thing) => `O que nos dizem sobre ${thing} é contraditório.`,
  doubts: {
    'codes-disagree': 'Os próprios códigos da transportadora dizem coisas diferentes.',
    'words-disagree': 'O código da transportadora e o seu texto dizem coisas diferentes.',
    'status-disagrees': 'O estado dado pela transportadora e os seus registos não coincidem.',
    'delivered-before-events': 'Teria sido entregue antes de partir.',
    'two-parcels': 'Há dois percursos registados com o mesmo número.',
    other: 'As fontes não coincidem.',
  },
  notRepeated: 'Não damos nenhuma das duas coisas como certa. Ligue-nos se precisar de saber mais.',
  partly: (thing) => `Só foi entregue uma parte de ${thing}.`,
  handedTo: {
    recipient: '',
    neighbour: ' Foi entregue a um vizinho.',
    'safe-place': ' Foi deixado num local seguro.',
    mailbox: ' Foi deixado na caixa do correio.',
    reception: ' Foi entregue na receção.',
  },
  todo: (kind, { by, late, bring, amount, who }) => {
    const what = {
      collect: `Levante-o${bring ? ` com ${bring}` : ''}`,
      pay: `Pague ${amount ?? 'o que é pedido'}`,
      address: 'Corrija a morada',
      documents: 'Envie os documentos pedidos',
      arrange: `Combine um dia com ${who}`,
      contact: `Ligue para ${who}`,
    }[kind];
    if (!late) return `${what}${by ? `, ${by}` : ''}.`;
    return kind === 'collect'
      ? `Era preciso levantá-lo ${by}. Não sabemos se ainda lá está.`
      : kind === 'pay'
        ? `Era preciso pagar ${amount ?? 'o que é pedido'} ${by}.`
        : `${what}. Tinha de ser feito ${by}.`;
  },
  findWay: 'Ligue-nos: procuramos uma solução consigo.',
  silent: (thing) => `Não sabemos onde está ${thing}.`,
  estimateStale: (thing) => `Não sabemos ao certo quando chega ${thing}.`,
  outForDelivery: (thing) => `${thing} está em distribuição.`,
  moving: (thing) => `${thing} está a caminho.`,
  announced: (thing) => `${thing} ainda não partiu.`,
  promised: (thing, when) => `${thing} está prometido ${when}.`,
  promisedPart: (units, _count, when, rest, date) =>
    `${units}: chegada prometida ${when}. O resto (${rest}): ${date ? `por volta de ${date}` : 'mais tarde'}.`,
  promisedSome: (when) =>
    `Uma parte da sua encomenda está prometida ${when}. O resto chega mais tarde.`,
  nothing: 'Temos a sua encomenda. Ainda ninguém nos disse mais nada.',
  attempted: (who, moment) => `${who} tentou fazer a entrega${moment && ` ${moment}`}.`,
  'ready-for-pickup': (thing) => `${thing} está à sua espera.`,
  pickupOver: (thing) => `${thing} estava à sua espera.`,
  problem: (thing) => `Há um problema com ${thing}.`,
  returning: (thing) => `${thing} está a voltar para nós.`,
  returned: (thing) => `${thing} voltou para nós.`,
  cancelled: (thing) => `A entrega de ${thing} foi cancelada.`,
  customs: (thing) => `${thing} está na alfândega.`,
  claimed: (thing, by) =>
    by
      ? `A substituição de ${thing} está prometida à sua porta ${by}.`
      : `Enviamos-lhe a substituição de ${thing}.`,
  claimedLate: (thing, by) =>
    `A substituição de ${thing} estava prometida à sua porta ${by}. Não chegou.`,
  callUs: 'Esse momento já passou. Ligue-nos: o que escolheu continua a ser-lhe devido.',
  claimedWait: (units, by) =>
    `Escolheu esperar: ${units}.${by ? ` A entrega está prometida ${by}.` : ''}`,
  claimedGoods: (goods, by) =>
    `Escolheu ${goods} em vez disso.${by ? ` A entrega está prometida ${by}.` : ''}`,
  short: (units) => `Afinal não podemos entregar ${units}.`,
  shortUnsure: (units, total) =>
    total === 1
      ? `Não sabemos se vamos poder entregar ${units}.`
      : `Não sabemos quanto vamos poder entregar do que encomendou: ${units}.`,
  doubt: {
    contradiction: 'O que nos disseram é contraditório.',
    age: 'O que nos disseram é demasiado antigo para ser dado como certo.',
  },
  callToChoose: 'Ligue-nos: nada se decide sem si.',
  imposed: (who, day, when) =>
    `${who} mudou a entrega${day ? ` para ${day}` : `, agora ${when},`} sem lhe pedir consentimento.`,
  imposedSome: (who) => `${who} mudou a entrega sem lhe pedir consentimento.`,
  brokenPromise: 'Assim não se cumpre o prometido.',
  stillCounts: (agreed) => `O que foi combinado, ${agreed}, continua a valer.`,
  toldAt: (moment) => `Comunicado ${moment}.`,
  theirReason: 'O motivo indicado:',
  proposed: (by, count, narrows) =>
    `${by === 'carrier' ? 'A transportadora pede' : by === 'shop' ? 'Pedimos' : 'Pedem'} ${
      count > 1
        ? `para mudar a entrega: há ${count} propostas`
        : narrows
          ? 'o seu acordo para um horário mais curto, dentro do que foi combinado'
          : 'para mudar a entrega'
    }. Nada muda sem o seu consentimento.`,
  timeOver: 'O prazo para responder terminou.',
  theyDecide: (who) => `Se a entrega acontece nesse momento, quem decide é ${who}.`,
  askedWhen: (moment) => `Pedido ${moment}`,
  askedSome: 'Pedido',
  askedBy: (who) => `por ${who}.`,
  somebody: 'alguém cujo nome não é indicado',
  firstPromised: (when) => `Primeira promessa: ${when}.`,
  changeUnread: 'Seguiu-se uma alteração que não conseguimos ler.',
  agreedAt: (moment) => `Combinado ${moment}.`,
  saidArrived: (thing) => `Disse-nos que recebeu ${thing}.`,
  takenBack: (reference, moment) => `Anulou o reembolso ${reference}${moment && ` ${moment}`}.`,
  stillOpen: 'Não foi pago nada. Se afinal não chegou, pode voltar a pedir.',
  claimedOther: 'Registámos a sua escolha.',
  claim: (reference) => `Referência ${reference}`,

  refundAsked: (amount, isCash) =>
    `Pediu o reembolso${amount && ` de ${amount}`}. ${isCash ? 'A loja' : 'O banco'} ainda não o confirmou.`,
  refundOrdered: (amount) => `Demos ordem para o reembolso${amount && ` de ${amount}`}.`,
  refundSent: (amount) => `O reembolso${amount && ` de ${amount}`} saiu do nosso banco.`,
  cashReady: (amount) =>
    `O reembolso${amount && ` de ${amount}`} está pronto, em numerário, na loja.`,
  refundSettled: (amount) => `O reembolso${amount && ` de ${amount}`} foi pago.`,
  refundBlocked: (amount) => `O reembolso${amount && ` de ${amount}`} está retido.`,
  heldSince: (date, by, you) =>
    you
      ? `Aguardamos uma ação sua desde ${date}.`
      : `Retido ${by ? `por ${by} ` : ''}desde ${date}.${by ? '' : ' Ninguém disse por quem.'}`,
  refundFailed: (amount) =>
    `O reembolso${amount && ` de ${amount}`} não se concretizou. Continuamos a devê-lo.`,
  refundReturned: (amount) =>
    `O reembolso${amount && ` de ${amount}`} voltou para nós. Continuamos a devê-lo.`,
  refundLate: (amount, due) =>
    `O reembolso${amount && ` de ${amount}`} devia ter chegado ${due}. Ninguém o confirmou.`,
  noAmount: 'o seu dinheiro',

  checking: 'Estamos a verificar se o seu pedido chegou.',
  notReceived: 'O seu pedido não chegou à loja.',
  pressOnce: 'Prima mais uma vez. Só pode ser feito uma vez.',
  notTakenBack: 'O reembolso já não pode ser anulado aqui.',
  refundGoesOn: 'O reembolso continua como está.',
  notSentOffline: 'O seu pedido não foi enviado. Está sem ligação.',
  refused: 'Não é possível fazer isto a partir daqui.',
  takenUnread: 'Já há algo registado sobre isto, e não conseguimos lê-lo.',
  withdrawing: 'Estamos a anular o seu pedido de reembolso.',
  askingCopy:
    'Estamos a consultar o sistema da loja. Enquanto não responder, esta é a nossa última cópia.',
  lastCopy: 'O sistema da loja não responde. Esta é a nossa última cópia.',
  lastCopyOffline: 'Está sem ligação. Esta é a nossa última cópia.',
  wasThen: 'Nessa altura',
  promisedRow: 'Prometido',
  alsoPromised: 'Também prometido',
  needsAnswer:
    'De momento não é possível enviar. Continuará aqui quando o sistema da loja responder.',
  noCopy: 'O sistema da loja não responde. De momento não podemos mostrar a sua encomenda.',
  notFound: 'Não encontramos esta encomenda aqui.',
  forbidden: 'Inicie sessão de novo para ver esta encomenda.',
  forbiddenCopy: 'Inicie sessão de novo para ver as novidades.',
  offlineNoCopy: 'Está sem ligação. De momento não podemos mostrar a sua encomenda.',
  unreadable: 'Não conseguimos ler o que o sistema da loja diz sobre esta encomenda.',
  loading: 'Estamos a perguntar à loja onde está a sua encomenda',

  live: 'Em direto.',
  toldUs: (who, ago) => `${who} informou-nos ${ago}.`,
  scannedAs: (who, words, moment) => `${who}: ${words}, ${moment}.`,
  stillGood: (who, ago, every) =>
    `${who} informou-nos ${ago}. Há um registo mais ou menos a cada ${every}, por isso ainda é válido.`,
  hours: (count) => (count === 1 ? 'hora' : `${count} horas`),
  unknownPlace: 'Não sabemos onde\u00a0está.',
  unknownPlaces: 'Não sabemos onde estão.',
  lastScan: (who, moment, place) =>
    `${who} registou-o pela última vez ${moment}${place ? ` (${place})` : ''}.`,
  onlyAnnounced: (who, moment) => `Anunciado a ${who} ${moment}; nada desde então.`,
  neverScanned: 'Nenhuma transportadora o registou ainda.',
  silentFor: (seconds, every) =>
    `Sem registos há ${span(seconds)}${
      every ? `; o habitual é um ${every === 86_400 ? 'por dia' : `a cada ${span(every)}`}` : ''
    }.`,
  newsMissed: (time) => `Foram prometidas notícias ${until(time)} e não chegaram.`,
  recorded: (who, moment) => `Registado por ${who} ${moment}.`,
  recordedUndated: (who) => `Registado por ${who}, sem hora.`,
  inTime: 'A tempo.',
  late: 'Com atraso.',
  lateBy: (promised) => `Estava prometido ${promised}.`,
  lastChecked: (ago) => `Última verificação: ${ago}.`,
  tooOld: (was) => `O que sabíamos era: ${was}. É demasiado antigo para ser repetido como certo.`,
  madeBy: (who, moment) =>
    `${who === us ? 'Dito por nós' : `Dito por ${who}`}${moment ? ` ${moment}` : ', sem data'}.`,
  us,
  shop: 'a loja',
  bank: 'o banco da loja',
  confirmed: 'Confirmado',
  byWhomWhen: (who, moment) => `por ${who} ${moment}.`,
  askedAt: (moment) => `Pedido ${moment}.`,
  answerBy: (due) => `Se não houver resposta ${until(due)}, uma pessoa trata disso.`,
  answerLate: (due) =>
    `A resposta devia ter chegado ${until(due)}. Ligue-nos: o dinheiro continua a ser-lhe devido.`,
  waitForAnswer: 'Não precisa de fazer mais nada.',
  sentAt: (moment) => `Enviado ${moment}.`,
  onAccountBy: (due) => `Na sua conta até ${due}.`,
  goneBy: (due) => `Fora do seu extrato até ${due}.`,
  endedAt: (moment, reason) => `${reason ?? 'Ninguém indicou o motivo'} (${moment}).`,
  doNotAsk: 'Não peça de novo, nada se perdeu.',
  askedNoAnswer: (moment) => `Fez o pedido ${moment}; a resposta não nos chegou.`,
  nothingMoved: 'Não foi cobrado nem reembolsado nada.',
  pressAgain: 'Quando voltar a ter ligação, prima mais uma vez. Só pode ser pago uma vez.',
  refusedAt: (moment) => `Recusado ${moment}.`,
  amountChanged: 'O montante mudou. O novo está abaixo; não foi feito nada.',
  copiedAt: (moment, ago) => `Cópia feita ${moment}, ${ago}.`,
  mayHaveMoved: 'Entretanto alguma coisa pode ter mudado.',
  tryAgainAt: (time) => `Voltamos a tentar automaticamente a as ${time}.`,
  notFoundHelp: 'Talvez um algarismo não esteja certo, ou a encomenda foi feita com outra conta.',
  forbiddenHelp: 'O seu acesso terminou; a sua encomenda não.',
  passedMeanwhile: 'Esse momento já passou. Esta cópia não pode dizer se chegou.',
  stillStands: 'Continua a valer.',
  newsBy: 'Notícias até',
  newsEvenIfNone: 'aqui, mesmo que não haja nenhuma',
  chosenWait: 'Escolheu esperar. O reembolso continua aqui para si.',

  allHours: (zone) => `Fuso de todas as horas: ${zone}.`,

  refundAction: (amount) => `Não chegou: reembolsar ${amount}`,
  cancelAction: 'Cancelar a encomenda',
  reshipAction: 'Receber outro envio',
  replaceAction: 'Trocar o artigo',
  swapAction: (goods) => `Receber ${goods} em vez disso`,
  waitFor: (count) => `Esperar que ${count === 1 ? 'chegue' : 'cheguem'}`,
  choose: (_count, paid) =>
    `${paid ? 'Já pagou. ' : ''}Escolha o que se faz; nada é decidido por si.`,
  waitAction: 'Esperar mais um pouco',
  refundChoice: (amount) => `Reembolsar ${amount}`,
  toMethod: (method, due) =>
    `${method === cash || method === credit ? 'em' : 'para'} ${method}${due ? `, até ${due}` : ''}`,
  credit,
  cash,
  transfer: 'uma conta bancária',
  card: 'o cartão com que pagou',
  wallet: 'a carteira com que pagou',
  thereBy: (due) => `até ${due}`,
  atDoor: (due) => `À sua porta ${due}`,
  refundStays: (day) => `O reembolso continua aqui para si até ${day}`,
  refundStaysOpen: 'O reembolso continua aqui para si',
  nothingToExplain: 'Não é preciso explicar nada.',
  undoUntil: (moment) => `Se aparecer, pode anular até ${moment}.`,
  notPossible: (reason) => `Não é possível: ${reason}`,
  locked: 'A enviar o seu pedido',
  lockedChecking: 'A verificar',
  onlyOnce: 'só pode ser pago uma vez',
  needsConnection: 'volta a funcionar quando tiver ligação',
  confirmTitle: (what) => `${what}?`,
  confirmLarge: 'Veja mais uma vez: é um montante elevado.',
  confirmSure: 'Veja mais uma vez, por segurança.',
  confirmFramed: 'Veja mais uma vez: esta página é mostrada dentro de outra.',
  confirmChanged: 'Veja mais uma vez: isto acabou de aparecer ou de mudar.',
  confirmYes: 'Sim, avançar',
  confirmNo: 'Agora não',
  tryNow: 'Tentar agora',
  choices: 'Outras possibilidades',
  whatNow: 'O que quer que façamos?',

  by: (due) => until(due),
  dateLate: 'Esta data já passou. Continua a ser-lhe devido: ligue-nos.',
  noDate: 'ainda sem data',

  noTime: 'sem hora',
  localTime: 'hora local',
  noWords: 'Registado sem texto',
  quoted: (words) => `«${words}»`,
  theirDoing: {
    carrier: 'Por causa da transportadora.',
    shop: 'Por nossa causa.',
    recipient: 'Na morada.',
    customs: 'A alfândega.',
    weather: 'O mau tempo.',
    other: '',
  },
  phase: {
    announced: 'Anunciado à transportadora',
    collected: 'Entregue à transportadora',
    'in-transit': 'A caminho',
    customs: 'Na alfândega',
    'out-for-delivery': 'Em distribuição',
    attempted: 'Entrega tentada, não foi possível',
    'ready-for-pickup': 'Pronto a levantar',
    delivered: 'Entregue',
    problem: 'Houve um problema',
    returning: 'A caminho do remetente',
    returned: 'De volta ao remetente',
    cancelled: 'Cancelado',
  },
  // Whether a place has an article (o Porto, a Guarda, Braga) its name does not tell.
  arrivedIn: (place) => `Chegou a um ponto de passagem (${place})`,
  leftFrom: (place) => `Saiu de um ponto de passagem (${place})`,
  partUnreadable: {
    shipments: (position) => `Não foi possível ler o pacote ${position}`,
    promises: () => 'Não foi possível ler o que foi prometido',
    offers: () => 'Não foi possível ler uma das suas opções',
    refunds: () => 'Não foi possível ler uma parte do seu reembolso',
    events: () => 'Não foi possível ler uma entrada do histórico',
    other: () => 'Não foi possível ler uma parte desta página',
  },
  partUnreadableHelp: 'Sabemos que existe, não o que diz. O resto desta página é fiável.',

  person: 'Prefere falar com uma pessoa?',
  personUntil: (time) => `, ${until(time)}`,
  personClosed: (moment) => `, fechado neste momento${moment ? `, reabre ${moment}` : ''}`,
  give: 'Indique',
  theySee: ': quem atender vê esta mesma página.',
  personNoWay: 'Prefere falar com uma pessoa? Contacte a loja e indique',
  stop: '.',
});
