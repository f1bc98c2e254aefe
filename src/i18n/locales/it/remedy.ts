import type { RemedyMessages } from '../en/remedy.js';
import { contracted } from './contracted.js';

/** What the remedy says beyond the button and the path of the money, in Italian. */
export const remedy = contracted<RemedyMessages>({
  turnedUp: (who, moment) => `${who} ha registrato la consegna${moment && ` ${moment}`}.`,
  turnedUpHelp:
    'Se il pacco è da Lei, ce lo dica. Se non c’è, non deve fare nulla: il rimborso prosegue.',
  arrivedAfterAll: 'Alla fine è arrivato',
  otherMind: 'Ho cambiato idea',
  arrivedUntil: (until) => `Annulla il rimborso, fino a ${until}`,

  heldBy: 'Bloccato da',
  since: (moment) => `a partire da ${moment}`,
  you: 'Lei',
  takes: 'Che cosa serve',
  owner: 'Chi se ne occupa',
  nextStep: 'Prossimo passo entro',
  stepLate: 'Quel momento è passato. Ci chiami: le è comunque dovuto.',

  reversal: 'Viene annullato l’addebito stesso.',
  reversalHelp: 'Sparisce dal suo estratto conto; non appare un accredito a parte.',

  law: 'Che cosa dice la legge',
  ownPromise: 'Quello che offriamo qui è una nostra promessa, oltre ciò che la legge ci chiede.',
  rightsStand: 'I suoi diritti restano, qualunque cosa scelga qui.',
  lawDay: (day) => `Per legge il denaro deve essere restituito entro ${day}.`,
  lawGrown: (percent, more, total, isOwed) =>
    `${isOwed ? 'Per' : 'Se non ha ricevuto nulla, per'} legge l’importo è aumentato del ${percent} %: ${more} in più, ${total} in tutto.`,
  lawGrows: (percent, day) => `A partire da ${day} aumenta del ${percent} %.`,

  cameLate:
    'La consegna è arrivata quando il denaro era già partito. Scelga che cosa fare; nulla si decide al posto suo.',
  keep: (amount) => (amount ? `Tienilo e restituisci ${amount}` : 'Tienilo'),
  keepHelp: 'Le diciamo come',
  chargedTo: (method) => `Addebito su ${method}`,
  giveBack: 'Rimandalo indietro',
  giveBackHelp: 'Nulla da pagare',

  other: 'C’è qualcos’altro che non va',
  what: 'Che cosa non va?',
  ground: {
    'not-delivered': 'Non è arrivato',
    late: 'È arrivato troppo tardi',
    incomplete: 'Manca qualcosa',
    damaged: 'È danneggiato',
    'wrong-item': 'Non è quello che ho ordinato',
    'delivered-elsewhere': 'È stato lasciato altrove',
    'not-received': 'Risulta consegnato e non ce l’ho',
  },
  attached:
    'Alleghiamo ciò che era promesso, ciò che il corriere ha registrato e ciò che dice questa pagina. Non c’è nulla da scrivere.',
  thenWhat: 'Che cosa vuole che facciamo?',
  close: 'Chiudi',

  receipt: 'Ricevuta da conservare',
  order: 'Ordine',
  refund: 'Rimborso',
  amount: 'Importo',
  noAmount: 'Non lo conosciamo',
  to: 'Destinazione',
  asked: 'Richiesto',
  ordered: 'Disposto',
  sent: 'Inviato dalla banca',
  settled: 'Sul suo conto',
  reversed: 'Tolto dall’estratto conto',
  ifDatePasses: 'Se una data passa, questa pagina lo dice.',
  reference: 'Riferimento',
  sameEverywhere: 'quello da dare al telefono o in negozio',
  paidWith: 'il mezzo usato per pagare',
  ready: 'Pronto in negozio',
  fetched: 'Ritirato da Lei',
  over: { failed: 'Non andato a buon fine', returned: 'Tornato indietro', withdrawn: 'Annullato' },
  notDated: 'data non indicata',
  another: (reference, amount, state) => `${reference}${amount && `, ${amount}`}: ${state}`,
  inAll: (amount, count) => `${amount} in tutto, in ${count} rimborsi.`,
  expected: 'Previsto entro',
  wrong: 'Che cosa non andava',
  written: 'Scritto',
  row: (label, value) => `${label}: ${value}`,
  print: 'Stampa',
  copy: 'Copia',
  copied: 'Copiato.',
  notCopied: 'Non è stato possibile copiare. Il testo è selezionato: lo copi da qui.',
  save: 'Salva come testo',
  remind: 'Ricordami la data',
  notMade: 'Non è stato possibile creare il promemoria. Prema di nuovo.',
  remindWhat: (amount) => `${amount}: il rimborso dovrebbe essere arrivato entro oggi`,
});
