import type { LawPack } from './law.js';

const section = (number: string): string =>
  `https://www.ecfr.gov/current/title-16/chapter-I/subchapter-D/part-435/section-${number}`;

/**
 * The United States: 16 CFR part 435. It counts in working days, with holidays nobody here knows, and by
 * the billing cycle where the shop itself gave the credit: so no day is named.
 */
export const unitedStates: LawPack = {
  country: 'US',
  revised: '2026-11-23',
  source: '16 CFR part 435, §§ 435.1 and 435.2',
  delivery: {
    cited: '16 CFR 435.2',
    url: section('435.2'),
    says: {
      en: 'A second, longer or open-ended delay needs your express consent; without it the order is cancelled and refunded.',
      fr: 'Un second retard, plus long ou sans date, demande votre accord exprès ; sans lui, la commande est annulée et remboursée.',
    },
  },
  refund: {
    cited: '16 CFR 435.1',
    url: section('435.1'),
    says: {
      en: 'The refund must be sent within seven working days of the day you are entitled to it.',
      fr: 'Le remboursement doit partir sous sept jours ouvrés à compter du jour où vous y avez droit.',
    },
  },
};
