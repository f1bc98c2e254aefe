import type { LawPack } from './law.js';

const SECTION = 'https://www.legislation.gov.uk/ukpga/2015/15/section/28';

/** The United Kingdom: Consumer Rights Act 2015, section 28. */
export const unitedKingdom: LawPack = {
  country: 'GB',
  revised: '2026-11-23',
  source: 'Consumer Rights Act 2015, section 28',
  delivery: {
    cited: 'Consumer Rights Act 2015, s. 28',
    url: SECTION,
    says: {
      en: 'When the delivery does not come in time, you may set a new date that suits the case and, if it passes too, end the contract; at once where the date was essential or the shop refuses to deliver.',
      fr: 'Si la livraison n’arrive pas à temps, vous pouvez fixer un délai supplémentaire adapté et, s’il passe aussi, mettre fin au contrat ; tout de suite si la date était essentielle ou si la boutique refuse de livrer.',
    },
  },
  refund: {
    cited: 'Consumer Rights Act 2015, s. 28',
    url: SECTION,
    says: {
      en: 'Once the contract has ended, all that you paid must be refunded without undue delay.',
      fr: 'Une fois le contrat terminé, tout ce que vous avez payé doit être remboursé sans retard excessif.',
    },
  },
};
