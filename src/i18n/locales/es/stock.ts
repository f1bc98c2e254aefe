import type { StockMessages } from '../en/stock.js';
import { contracted } from './contracted.js';

const units = (count: number): string => `${count} ${count === 1 ? 'unidad' : 'unidades'}`;
const theUnits = (count: number): string =>
  count === 1 ? 'La unidad que falta se encarga' : `Las ${count} unidades que faltan se encargan`;

/** What the stock badge says, in Spanish. */
export const stock = contracted<StockMessages>({
  enough: (left) =>
    left !== undefined && left < 10
      ? `En stock, ${left === 1 ? 'queda' : 'quedan'} ${left}`
      : 'En stock',
  few: 'En stock, quedan muy pocos',
  now: (count) => `${count} ahora`,
  later: (count, date) =>
    date ? `${count} hacia el ${date}` : `${count} más adelante, todavía sin fecha`,
  missing: (count) => `${count} no ${count === 1 ? 'disponible' : 'disponibles'}`,
  nowAloud: (count) => `${units(count)} ${count === 1 ? 'puede' : 'pueden'} salir ya`,
  laterAloud: (count, date) =>
    `${units(count)} ${date ? `hacia el ${date}` : 'más adelante, todavía sin fecha'}`,
  missingAloud: (count) =>
    `${units(count)} no ${count === 1 ? 'está disponible' : 'están disponibles'}`,
  made: (date) => `Se fabrica por encargo${date ? `, hacia el ${date}` : ''}`,
  pre: (date) => `En preventa${date ? `, hacia el ${date}` : ''}`,
  back: (date) => `Pendiente de reposición${date ? `, hacia el ${date}` : ''}`,
  shopOnly: (left) =>
    `Solo en la tienda física${left === undefined ? '' : `, ${left === 1 ? 'queda' : 'quedan'} ${left}`}`,
  out: (date) => `Agotado${date ? `, de nuevo hacia el ${date}` : ''}`,
  discontinued: 'Ya no se fabrica',
  unsure: 'Sin certeza',
  prepaid: (count) => `${theUnits(count)} cuando haya pagado.`,
  deposit: (count) => `${theUnits(count)} cuando haya pagado una señal.`,
  checked: (ago, where) => `Comprobado ${ago}${where ? `, ${where}` : ''}`,
  checkedNow: (where) => `Comprobado ahora${where ? `, ${where}` : ''}`,
  openUntil: (time) => `abierto hasta las ${time}`,
  dateFrom: (who, when) => `Fecha dada por ${who}, ${when}`,
  maker: 'el fabricante',
  lastChecked: (ago) => `Última comprobación: ${ago}.`,
  never: 'La tienda no lo ha dicho.',
  noAnswer: 'El sistema de la tienda no responde.',
  asking: 'Preguntamos a la tienda',
  again: 'Comprobar otra vez',
  againFor: (sku) => `Comprobar otra vez: stock de ${sku}`,
  tell: 'Avisarme',
  tellFor: (sku) => `Avisarme cuando haya en stock: ${sku}`,
  who: '¿Quién lo dice?',
  whoFor: (sku) => `¿Quién lo dice? Stock de ${sku}`,
});
