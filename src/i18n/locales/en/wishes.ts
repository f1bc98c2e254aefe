const when = (count: number): string =>
  count > 1 ? `when ${count} are in stock` : 'when it is in stock';

const ways = {
  email: (to?: string) => (to ? `We write to ${to}` : 'We write to you'),
  sms: (to?: string) => (to ? `We text ${to}` : 'We text you'),
  push: (to?: string) => (to ? `We notify you on ${to}` : 'We send you a notification'),
  account: (_to?: string) => 'We say so in your account',
};

/** What the stock badge says when somebody asks it for more: who says so, and to be told. */
export const wishes = {
  saidBy: (who: string, moment: string) => `${who} said so ${moment}.`,
  countedAt: (where: string) => `The units are counted in: ${where}.`,
  kinds: {
    carrier: 'The carrier',
    shop: 'The shop',
    warehouse: 'The warehouse',
    maker: 'The maker',
    bank: 'The bank',
    customer: 'You',
    system: 'The shop’s system',
  },
  how: (count: number) => `How should we tell you ${when(count)}?`,
  channel: {
    email: 'By e-mail',
    sms: 'By text message',
    push: 'By notification',
    account: 'In your account',
  },
  address: { email: 'Your e-mail address', sms: 'Your mobile number' },
  unreadable: {
    email: 'This does not read as an e-mail address.',
    sms: 'This does not read as a telephone number.',
  },
  send: 'Tell me',
  asking: 'Asking the shop.',
  waiting: (
    count: number,
    channel: keyof typeof ways | undefined,
    to: string | undefined,
    since: string | undefined,
    until: string | undefined,
  ) =>
    `${since ? `You asked ${since} to be told. ` : ''}${
      channel ? ways[channel](to) : 'We tell you'
    } ${when(count)}${until ? `, until ${until}` : ''}.`,
  stop: 'Stop telling me',
  back: (moment?: string) =>
    moment
      ? `We told you ${moment} that it was in stock.`
      : 'It has been in stock since you asked to be told.',
  expired: (day?: string) =>
    `It had not come in${day ? ` by ${day}` : ''}, and we no longer watch it for you.`,
  used: 'You have bought it since you asked to be told.',
  cancelled: 'You asked us to stop: we do not tell you any more.',
  again: 'Tell me again',
  noted: 'The shop has noted it.',
  pending: 'The shop has received it and has not confirmed it yet.',
  lost: 'We do not know whether it was noted. You can ask again: it counts once.',
  lostStop: 'We do not know whether the shop stops. You can ask again: it counts once.',
  offline: 'You are offline. Nothing was sent.',
  signIn: 'The shop asks you to sign in again. Nothing was noted.',
  refused: 'The shop does not note this.',
};

/** See {@link wishes}. */
export type WishMessages = typeof wishes;
