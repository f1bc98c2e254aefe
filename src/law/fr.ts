import type { LawPack } from './law.js';

const CODE = 'https://www.legifrance.gouv.fr/codes/id/LEGITEXT000006069565';

/**
 * France: Code de la consommation. The steps of L241-4 are those of ordonnance 2021-1247, article 13;
 * older texts with 30 and 60 days still circulate.
 *
 * Each link is to the code: Légifrance numbers the versions of an article (`LEGIARTI…`), so such a link
 * stays with words that may have been amended since, and no version's number could be verified here.
 */
export const france: LawPack = {
  country: 'FR',
  revised: '2026-11-23',
  source: 'Ordonnance n° 2021-1247 of 29 September 2021, article 13; Code de la consommation',
  delivery: {
    cited: 'art. L216-6 C. conso.',
    url: CODE,
    says: {
      en: 'When the delivery does not come, you may set the shop a reasonable new date in writing and, if it passes too, end the contract; at once where the date was essential to you or the shop refuses to deliver.',
      fr: 'Sans livraison à la date promise, vous pouvez demander par écrit une livraison dans un délai raisonnable et, s’il passe aussi, mettre fin au contrat ; tout de suite si la date était essentielle pour vous ou si la boutique refuse de livrer.',
    },
  },
  refund: {
    cited: 'art. L216-7 C. conso.',
    url: CODE,
    says: {
      en: 'Once the contract has ended, all that you paid must be refunded within 14 days at the latest.',
      fr: 'Une fois le contrat terminé, tout ce que vous avez payé doit être remboursé au plus tard sous 14 jours.',
    },
  },
  refundDays: 14,
  late: {
    cited: 'art. L241-4 C. conso.',
    url: CODE,
    says: {
      en: 'After that the sum grows by itself: by 10 % up to 14 days late, 20 % up to 30 days, 50 % beyond.',
      fr: 'Au-delà, la somme est majorée de plein droit : de 10 % jusqu’à 14 jours de retard, de 20 % jusqu’à 30 jours, de 50 % ensuite.',
    },
    steps: [
      { untilDay: 14, percent: 10 },
      { untilDay: 30, percent: 20 },
      { untilDay: Infinity, percent: 50 },
    ],
  },
};
