import { oneStop } from '../../texts.js';
import type { StockMessages } from '../en/stock.js';
import { hour } from './base.js';

const units = (count: number): string => `${count} ${count === 1 ? 'unidade' : 'unidades'}`;
const left = (count: number): string => `${count === 1 ? 'resta' : 'restam'} ${count}`;
const remaining = (count: number): string =>
  count === 1
    ? 'A unidade em falta é encomendada'
    : `As ${count} unidades em falta são encomendadas`;

/** What the stock badge says, in European Portuguese. */
export const stock = oneStop<StockMessages>({
  enough: (count) => (count !== undefined && count < 10 ? `Em stock, ${left(count)}` : 'Em stock'),
  few: 'Em stock, últimas unidades',
  now: (count) => `${count} agora`,
  later: (count, date) =>
    date ? `${count} por volta de ${date}` : `${count} mais tarde, ainda sem data`,
  missing: (count) => `${count} ${count === 1 ? 'indisponível' : 'indisponíveis'}`,
  nowAloud: (count) => `${units(count)} ${count === 1 ? 'pode' : 'podem'} sair já`,
  laterAloud: (count, date) =>
    `${units(count)} ${date ? `por volta de ${date}` : 'mais tarde, ainda sem data'}`,
  missingAloud: (count) =>
    `${units(count)} ${count === 1 ? 'está indisponível' : 'estão indisponíveis'}`,
  made: (date) => `Feito por encomenda${date ? `, por volta de ${date}` : ''}`,
  pre: (date) => `Em pré-venda${date ? `, por volta de ${date}` : ''}`,
  back: (date) => `A aguardar reposição${date ? `, por volta de ${date}` : ''}`,
  shopOnly: (count) => `Só na loja física${count === undefined ? '' : `, ${left(count)}`}`,
  out: (date) => `Esgotado${date ? `, de novo por volta de ${date}` : ''}`,
  discontinued: 'Já não é fabricado',
  unsure: 'Não é certo',
  prepaid: (count) => `${remaining(count)} após o pagamento.`,
  deposit: (count) => `${remaining(count)} após um sinal.`,
  checked: (ago, where) => `Verificado ${ago}${where ? `, ${where}` : ''}`,
  checkedNow: (where) => `Verificado agora${where ? `, ${where}` : ''}`,
  openUntil: (time) => `aberto até à${hour(time)}`,
  dateFrom: (who, when) => `Data dada por ${who}, ${when}`.replace(/por (?=[oa]s? )/, 'pel'),
  maker: 'o fabricante',
  lastChecked: (ago) => `Última verificação: ${ago}.`,
  never: 'A loja não disse.',
  noAnswer: 'O sistema da loja não responde.',
  asking: 'Estamos a perguntar à loja',
  again: 'Verificar de novo',
  againFor: (sku) => `Verificar de novo: stock de ${sku}`,
  tell: 'Avisar-me',
  tellFor: (sku) => `Avisar-me quando houver em stock: ${sku}`,
  who: 'Quem o diz?',
  whoFor: (sku) => `Quem o diz? Stock de ${sku}`,
});
