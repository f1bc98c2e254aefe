import type { StockMessages } from '../en/stock.js';
import { spaced } from './spaced.js';

/** What the stock badge says, in French. */
export const stock = spaced<StockMessages>({
  enough: (left) =>
    left !== undefined && left < 10 ? `En stock, il en reste ${left}` : 'En stock',
  few: 'En stock, les derniers',
  now: (count) => `${count} tout de suite`,
  later: (count, date) =>
    date ? `${count} vers le ${date}` : `${count} plus tard, sans date pour l’instant`,
  missing: (count) => `${count} introuvable${count > 1 ? 's' : ''}`,
  nowAloud: (count) =>
    count > 1
      ? `${count} articles peuvent partir tout de suite`
      : '1 article peut partir tout de suite',
  laterAloud: (count, date) =>
    `${count} ${count > 1 ? 'articles' : 'article'} ${date ? `vers le ${date}` : 'plus tard, sans date pour l’instant'}`,
  missingAloud: (count) =>
    count > 1 ? `${count} articles sont introuvables` : '1 article est introuvable',
  made: (date) => `Fabriqué sur commande${date ? `, vers le ${date}` : ''}`,
  pre: (date) => `En précommande${date ? `, vers le ${date}` : ''}`,
  back: (date) => `En réapprovisionnement${date ? `, vers le ${date}` : ''}`,
  shopOnly: (left) => `En magasin seulement${left === undefined ? '' : `, il en reste ${left}`}`,
  out: (date) => `Épuisé${date ? `, de retour vers le ${date}` : ''}`,
  discontinued: 'N’est plus fabriqué',
  unsure: 'Pas sûr',
  prepaid: (count) =>
    count === 1
      ? 'Le dernier est commandé une fois payé.'
      : `Les ${count} autres sont commandés une fois payés.`,
  deposit: (count) =>
    count === 1
      ? 'Le dernier est commandé après un acompte.'
      : `Les ${count} autres sont commandés après un acompte.`,
  checked: (ago, where) => `Vérifié ${ago}${where ? `, ${where}` : ''}`,
  checkedNow: (where) => `Vérifié à l’instant${where ? `, ${where}` : ''}`,
  openUntil: (time) => `ouvert jusqu’à ${time}`,
  dateFrom: (who, when) => `Date donnée par ${who}, ${when}`,
  maker: 'le fabricant',
  lastChecked: (ago) => `Dernière vérification ${ago}.`,
  never: 'Le magasin ne l’a pas dit.',
  noAnswer: 'Le système du magasin ne répond pas.',
  asking: 'Nous demandons au magasin',
  again: 'Vérifier de nouveau',
  againFor: (sku) => `Vérifier de nouveau le stock de ${sku}`,
  tell: 'Me prévenir',
  tellFor: (sku) => `Me prévenir du retour en stock de ${sku}`,
  who: 'Qui le dit ?',
  whoFor: (sku) => `Qui le dit ? Stock de ${sku}`,
});
