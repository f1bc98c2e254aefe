import type { PageLanguage } from './language.js';

/** A button's label, and what is said once it has done its work. */
export type Said = readonly [label: string, said: string];

interface Words {
  readonly title: string;
  readonly about: string;
  readonly serverTime: string;
  readonly orders: string;
  readonly holds: string;
  readonly refunds: string;
  readonly waiting: string;
  readonly shelf: (sku: string) => string;
  readonly maker: string;
  readonly clock: string;
  readonly carrier: string;
  readonly bank: string;
  readonly backend: string;
  readonly reset: Said;
  readonly before: Said;
  readonly pass: Said;
  readonly ten: Said;
  readonly quarter: Said;
  readonly day: Said;
  readonly scan: Said;
  readonly deliver: Said;
  readonly buy: Said;
  readonly restock: Said;
  readonly uncounted: Said;
  readonly fail: Said;
  readonly move: Said;
  readonly unmove: Said;
  readonly impose: Said;
  readonly silence: Said;
  readonly estimate: Said;
  readonly lapse: Said;
  readonly slotTaken: Said;
  readonly send: Said;
  readonly settle: Said;
  readonly block: Said;
  readonly unblock: Said;
  /** What makes a refund that is held up go on, and who sees to it. */
  readonly blocked: { readonly unblocks: string; readonly owner: string };
  readonly back: Said;
  readonly none: Said;
  readonly down: Said;
  readonly slow: Said;
  readonly errors: Said;
  readonly lose: Said;
  readonly hint: string;
  readonly hintMove: string;
  readonly hintGoods: string;
  readonly lorry: string;
  readonly nothingOpen: string;
  readonly working: string;
  readonly stories: string;
  readonly screen: string;
  readonly wardrobe: string;
  readonly kitchen: string;
  readonly customs: string;
  readonly served: string;
  readonly servedCheckout: string;
  readonly machine: string;
  readonly handles: string;
  readonly glassware: string;
  readonly embed: string;
  readonly gallery: string;
  readonly studio: string;
  readonly noServer: string;
  readonly noDemo: string;
  readonly notNow: string;
  readonly noneLeft: string;
  readonly noRefund: string;
  readonly failed: (status: number) => string;
}

/** The texts of the demo's controls. */
export const words: Readonly<Record<PageLanguage, Words>> = {
  en: {
    title: 'Demo controls',
    about: 'Not part of the shop: the server’s clock, everybody else, and what can go wrong.',
    serverTime: 'Server time',
    orders: 'Rows in the orders table',
    holds: 'Baskets put aside for a while',
    refunds: 'Rows in the refunds table',
    waiting: 'Steps the bank has to do',
    shelf: (sku) => `The shelf of ${sku}`,
    maker: 'The maker',
    clock: 'The clock',
    carrier: 'The carrier',
    bank: 'The bank',
    backend: 'The backend',
    reset: ['Start at 16:40', 'The story begins again at 16:40.'],
    before: ['Jump to 16:59:50', 'Set to 16:59:50, and running.'],
    pass: ['Let 17:00 pass', 'Set to 16:59:57, and running. Watch the card.'],
    ten: ['Jump to 17:10', 'Set to 17:10, and running.'],
    quarter: ['15 minutes later', 'A quarter of an hour has passed.'],
    day: ['One day later', 'The same time, a day later.'],
    scan: ['Scan in Lyon', 'The carrier scanned the parcel in Lyon.'],
    deliver: ['Parcel turns up', 'The carrier says it delivered the parcel.'],
    buy: ['Somebody buys one', 'Another customer has bought one.'],
    restock: ['Five come in', 'Five more are on the shelf.'],
    uncounted: ['Nobody has counted', 'The shop no longer knows how many are there.'],
    fail: ['The maker cannot supply', 'The maker cannot supply what this order waits for.'],
    move: ['Tue 11:45: to Saturday?', 'Alpline asks for Saturday. Watch the card.'],
    unmove: ['Alpline takes it back', 'Alpline no longer asks for another time.'],
    impose: ['Alpline just comes Saturday', 'Alpline has moved it without asking.'],
    silence: ['Wed 18:00: no answer', 'The time for an answer is over.'],
    estimate: [
      'Thu 09:20: from 10 to 11',
      'The driver says when he comes, within what was agreed.',
    ],
    lapse: ['Let Thu 14:00 pass', 'Set to 13:59:57, and running. Watch the card.'],
    slotTaken: ['Sat 08:00 is taken', 'Somebody else has the last place on Saturday at 08:00.'],
    send: ['Refund is sent', 'The refund has left the bank.'],
    settle: ['Refund arrives', 'The money is on the account.'],
    block: ['Bank holds it up', 'The bank does nothing until it has checked the account.'],
    unblock: ['Bank goes on', 'What was due meanwhile is done now.'],
    blocked: {
      unblocks: 'The bank checks the account number.',
      owner: 'Inès, customer accounts',
    },
    back: ['Refund comes back', 'The bank sent the money back to the shop.'],
    none: ['Normal', 'The backend answers as it should.'],
    down: ['Down', 'The backend cuts every connection.'],
    slow: ['Slow, 4 s', 'Each answer now takes four seconds.'],
    errors: ['Errors', 'The backend answers everything with an error page.'],
    lose: ['Lose an answer', 'The next request for money is carried out, its answer is lost.'],
    hint: 'Let 17:00 pass, and watch the card.',
    hintMove: 'Let the carrier ask for Saturday, and watch the card.',
    hintGoods: 'Turn something, and watch the page.',
    lorry: 'lorry unavailable',
    nothingOpen: 'No question of the carrier is open. Let it ask first.',
    working: 'One moment…',
    stories: 'Pages of the demo',
    screen: 'Lost screen',
    wardrobe: 'Moved wardrobe',
    kitchen: 'Eight parcels',
    customs: 'A lamp at customs',
    served: 'An order written by the server',
    servedCheckout: 'A checkout written by the server',
    machine: 'Washing machine',
    handles: 'Five handles',
    glassware: 'A thousand badges',
    embed: 'In ten lines',
    gallery: 'Every state',
    studio: 'Theme studio',
    noServer: 'The demo server does not answer. Is it still running?',
    noDemo: 'This server was not started as a demo: nothing here can be turned.',
    notNow: 'The server did not accept that in this state. Start at 16:40 again.',
    noneLeft: 'None is left to buy: what is there is put aside for somebody.',
    noRefund: 'Nobody has asked for a refund yet.',
    failed: (status) => `That did not work (${status}). Nothing was changed.`,
  },
  fr: {
    title: 'Réglages de la démo',
    about: 'Hors de la boutique : l’horloge du serveur, tous les autres, et les pannes.',
    serverTime: 'Heure du serveur',
    orders: 'Commandes en base',
    holds: 'Paniers mis de côté un moment',
    refunds: 'Lignes de remboursement en base',
    waiting: 'Étapes à faire par la banque',
    shelf: (sku) => `Le rayon de ${sku}`,
    maker: 'Le fabricant',
    clock: 'L’horloge',
    carrier: 'Le transporteur',
    bank: 'La banque',
    backend: 'Le serveur',
    reset: ['Partir de 16:40', 'L’histoire recommence à 16 h 40.'],
    before: ['Aller à 16:59:50', 'Réglée sur 16:59:50 ; elle tourne.'],
    pass: ['Laisser passer 17 h', 'Réglée sur 16:59:57 ; elle tourne. Regardez la carte.'],
    ten: ['Aller à 17:10', 'Réglée sur 17:10 ; elle tourne.'],
    quarter: ['15 minutes plus tard', 'Un quart d’heure a passé.'],
    day: ['Un jour plus tard', 'Même heure, le lendemain.'],
    scan: ['Scan à Lyon', 'Le transporteur a scanné le colis à Lyon.'],
    deliver: ['Le colis arrive', 'Le transporteur dit avoir livré le colis.'],
    buy: ['Quelqu’un en achète un', 'Un autre client en a acheté un.'],
    restock: ['Cinq arrivent', 'Cinq de plus sont en rayon.'],
    uncounted: ['Personne n’a compté', 'La boutique ne sait plus combien il en reste.'],
    fail: [
      'Le fabricant fait défaut',
      'Le fabricant ne peut fournir ce que cette commande attend.',
    ],
    move: ['Mar. 11 h 45 : samedi ?', 'Alpline propose samedi. Regardez la carte.'],
    unmove: ['Alpline renonce', 'Alpline ne demande plus d’autre heure.'],
    impose: ['Alpline impose samedi', 'Alpline a déplacé la livraison sans demander.'],
    silence: ['Mer. 18 h : sans réponse', 'Le délai de réponse est passé.'],
    estimate: [
      'Jeu. 9 h 20 : de 10 à 11 h',
      'Le chauffeur précise son heure, dans le créneau convenu.',
    ],
    lapse: ['Laisser passer jeu. 14 h', 'Réglée sur 13:59:57 ; elle tourne. Regardez la carte.'],
    slotTaken: ['Samedi 8 h est pris', 'Quelqu’un a pris la dernière place de samedi 8 h.'],
    send: ['L’argent part', 'Le remboursement a quitté la banque.'],
    settle: ['L’argent arrive', 'L’argent est sur le compte.'],
    block: ['La banque bloque', 'La banque ne fait rien avant d’avoir vérifié le compte.'],
    unblock: ['La banque reprend', 'Ce qui était dû entre-temps est fait maintenant.'],
    blocked: {
      unblocks: 'La banque vérifie le numéro de compte.',
      owner: 'Inès, comptes clients',
    },
    back: ['L’argent revient', 'La banque a renvoyé l’argent à la boutique.'],
    none: ['Normal', 'Le serveur répond comme il se doit.'],
    down: ['En panne', 'Le serveur coupe chaque connexion.'],
    slow: ['Lent, 4 s', 'Chaque réponse prend désormais quatre secondes.'],
    errors: ['En erreur', 'Le serveur répond à tout par une page d’erreur.'],
    lose: ['Perdre une réponse', 'La prochaine demande d’argent aboutit, sa réponse se perd.'],
    hint: 'Laissez passer 17 h et regardez la carte.',
    hintMove: 'Laissez le transporteur proposer samedi et regardez la carte.',
    hintGoods: 'Changez quelque chose et regardez la page.',
    lorry: 'camion indisponible',
    nothingOpen: 'Le transporteur n’a rien demandé. Laissez-le d’abord proposer.',
    working: 'Un instant…',
    stories: 'Pages de la démo',
    screen: 'L’écran perdu',
    wardrobe: 'L’armoire déplacée',
    kitchen: 'Huit colis',
    customs: 'Une lampe en douane',
    served: 'Une commande écrite par le serveur',
    servedCheckout: 'Un paiement écrit par le serveur',
    machine: 'Le lave-linge',
    handles: 'Les cinq béquilles',
    glassware: 'Mille badges',
    embed: 'En dix lignes',
    gallery: 'Tous les états',
    studio: 'Studio de thèmes',
    noServer: 'Le serveur de la démo ne répond pas. Tourne-t-il encore ?',
    noDemo: 'Ce serveur n’a pas été lancé comme démo : rien ne peut y être réglé.',
    notNow: 'Le serveur n’a pas accepté cela dans cet état. Repartez de 16:40.',
    noneLeft: 'Il n’en reste aucun à acheter : le reste est mis de côté pour quelqu’un.',
    noRefund: 'Personne n’a encore demandé de remboursement.',
    failed: (status) => `Cela n’a pas marché (${status}). Rien n’a changé.`,
  },
};
