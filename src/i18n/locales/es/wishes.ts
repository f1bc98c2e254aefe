import type { WishMessages } from '../en/wishes.js';
import { contracted } from './contracted.js';

const when = (count: number): string =>
  count > 1 ? `cuando haya ${count} en stock` : 'cuando haya en stock';

const ways = {
  email: (to?: string) => (to ? `Escribimos a ${to}` : 'Le escribimos'),
  sms: (to?: string) => (to ? `Enviamos un SMS al ${to}` : 'Le enviamos un SMS'),
  push: (to?: string) =>
    to ? `Enviamos una notificación a ${to}` : 'Le enviamos una notificación',
  account: (_to?: string) => 'Lo decimos en su cuenta',
};

/** What the stock badge says when somebody asks it for more, in Spanish. */
export const wishes = contracted<WishMessages>({
  saidBy: (who, moment) => `${who} lo dijo ${moment}.`,
  countedAt: (where) => `Las unidades se cuentan en: ${where}.`,
  kinds: {
    carrier: 'El transportista',
    shop: 'La tienda',
    warehouse: 'El almacén',
    maker: 'El fabricante',
    bank: 'El banco',
    customer: 'Usted',
    system: 'El sistema de la tienda',
  },
  how: (count) => `¿Cómo le avisamos ${when(count)}?`,
  channel: {
    email: 'Por correo electrónico',
    sms: 'Por SMS',
    push: 'Por notificación',
    account: 'En su cuenta',
  },
  address: { email: 'Su correo electrónico', sms: 'Su número de móvil' },
  unreadable: {
    email: 'Esto no parece una dirección de correo electrónico.',
    sms: 'Esto no parece un número de teléfono.',
  },
  send: 'Avisarme',
  asking: 'Preguntamos a la tienda.',
  waiting: (count, channel, to, since, until) =>
    `${since ? `Pidió un aviso ${since}. ` : ''}${
      channel ? ways[channel](to) : 'Le avisamos'
    } ${when(count)}${until ? `, hasta el ${until}` : ''}.`,
  stop: 'Dejar de avisarme',
  back: (moment) =>
    moment
      ? `Le avisamos ${moment} de que había en stock.`
      : 'Ha habido en stock desde que pidió el aviso.',
  expired: (day) =>
    `${day ? `El ${day} todavía no` : 'No'} había llegado, y ya no estamos pendientes de ello.`,
  used: 'Lo ha comprado después de pedir el aviso.',
  cancelled: 'Nos pidió que paráramos: ya no le avisamos.',
  again: 'Avisarme otra vez',
  noted: 'La tienda ha tomado nota.',
  pending: 'La tienda lo ha recibido y todavía no lo ha confirmado.',
  lost: 'No sabemos si se ha tomado nota. Puede pedirlo otra vez: cuenta una sola vez.',
  lostStop:
    'No sabemos si la tienda deja de avisarle. Puede pedirlo otra vez: cuenta una sola vez.',
  offline: 'Está sin conexión. No se ha enviado nada.',
  signIn: 'La tienda le pide que vuelva a iniciar sesión. No se ha tomado nota de nada.',
  refused: 'La tienda no acepta esta solicitud.',
});
