import { oneStop } from '../../texts.js';
import type { WishMessages } from '../en/wishes.js';
import { dated } from './base.js';

const when = (count: number): string =>
  count > 1 ? `quando houver ${count} em stock` : 'quando houver em stock';

const ways = {
  email: (to?: string) => (to ? `Escrevemos para ${to}` : 'Escrevemos-lhe'),
  sms: (to?: string) => (to ? `Enviamos um SMS para ${to}` : 'Enviamos-lhe um SMS'),
  push: (to?: string) =>
    to ? `Enviamos uma notificação para ${to}` : 'Enviamos-lhe uma notificação',
  account: (_to?: string) => 'Dizemos na sua conta',
};

/** What the stock badge says when somebody asks it for more, in European Portuguese. */
export const wishes = oneStop<WishMessages>({
  saidBy: (who, moment) => `${who} disse-o ${moment}.`,
  countedAt: (where) => `As unidades são contadas em: ${where}.`,
  kinds: {
    carrier: 'A transportadora',
    shop: 'A loja',
    warehouse: 'O armazém',
    maker: 'O fabricante',
    bank: 'O banco',
    customer: 'O cliente',
    system: 'O sistema da loja',
  },
  how: (count) => `Como quer receber o aviso ${when(count)}?`,
  channel: {
    email: 'Por e-mail',
    sms: 'Por SMS',
    push: 'Por notificação',
    account: 'Na sua conta',
  },
  address: { email: 'O seu e-mail', sms: 'O seu número de telemóvel' },
  unreadable: {
    email: 'Isto não parece um endereço de e-mail.',
    sms: 'Isto não parece um número de telefone.',
  },
  send: 'Avisar-me',
  asking: 'Estamos a perguntar à loja.',
  waiting: (count, channel, to, since, until) =>
    `${since ? `Pediu um aviso ${since}. ` : ''}${
      channel ? ways[channel](to) : 'Avisamos'
    } ${when(count)}${until ? `, até ${dated(until)}` : ''}.`,
  stop: 'Deixar de me avisar',
  back: (moment) =>
    moment
      ? `Avisámos ${moment} de que havia em stock.`
      : 'Houve em stock desde que pediu o aviso.',
  expired: (day) =>
    `Não tinha chegado${day ? ` até ${dated(day)}` : ''}, e já não estamos atentos por si.`,
  used: 'Comprou-o depois de pedir o aviso.',
  cancelled: 'Pediu-nos para parar: já não avisamos.',
  again: 'Avisar-me de novo',
  noted: 'A loja tomou nota.',
  pending: 'A loja recebeu o pedido e ainda não o confirmou.',
  lost: 'Não sabemos se ficou registado. Pode pedir de novo: só conta uma vez.',
  lostStop: 'Não sabemos se a loja deixa de avisar. Pode pedir de novo: só conta uma vez.',
  offline: 'Está sem ligação. Não foi enviado nada.',
  signIn: 'A loja pede-lhe que inicie sessão de novo. Não ficou nada registado.',
  refused: 'A loja não aceita este pedido.',
});
