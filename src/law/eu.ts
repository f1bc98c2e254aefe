import type { LawPack } from './law.js';

const DIRECTIVE = 'https://eur-lex.europa.eu/eli/dir/2011/83/oj';

/**
 * The European Union: Directive 2011/83/EU. Each member state's own law applies it, and may say more.
 *
 * The link is the directive's own identifier (ELI); no address of one article of it could be verified here.
 */
export const europeanUnion: LawPack = {
  country: 'EU',
  revised: '2026-11-23',
  source: 'Directive 2011/83/EU, articles 18 and 20',
  delivery: {
    cited: 'Directive 2011/83/EU, art. 18',
    url: DIRECTIVE,
    says: {
      en: 'When the delivery does not come in time, you may set a new date that suits the case and, if it passes too, end the contract; at once where the date was essential or the shop refuses to deliver.',
      fr: 'Si la livraison n’arrive pas à temps, vous pouvez fixer un délai supplémentaire adapté et, s’il passe aussi, mettre fin au contrat ; tout de suite si la date était essentielle ou si la boutique refuse de livrer.',
    },
  },
  refund: {
    cited: 'Directive 2011/83/EU, art. 18',
    url: DIRECTIVE,
    says: {
      en: 'Once the contract has ended, all that you paid must be refunded without undue delay.',
      fr: 'Une fois le contrat terminé, tout ce que vous avez payé doit être remboursé sans retard excessif.',
    },
  },
};
