import { createHash, createHmac, createPublicKey, timingSafeEqual, verify } from 'node:crypto';
import type { CarrierFormat } from '../../src/carriers/read.js';

/** What arrived at a carrier's route. */
export interface Message {
  readonly body: Uint8Array;
  readonly headers: Headers;
  readonly query: URLSearchParams;
  /** Real time, epoch milliseconds: a carrier signs the time of its own clock, not the demo's. */
  readonly receivedAt: number;
}

/** Older than this a signed message may have been recorded and sent again (vendors recommend five minutes). */
const REPLAY = 5 * 60_000;

/** Whether two texts are the same, in a time that does not depend on where they differ. */
export const sameText = (left: string, right: string): boolean => {
  const digest = (text: string) => createHmac('sha256', 'compare').update(text).digest();
  return timingSafeEqual(digest(left), digest(right));
};

const hmac = (secret: string, ...parts: (string | Uint8Array)[]) => {
  const made = createHmac('sha256', secret);
  for (const part of parts) made.update(part);
  return made;
};

/**
 * EasyPost: header `X-Hmac-Signature`, `hmac-sha256-hex=` and the hex HMAC-SHA256 of the raw bytes, keyed
 * with the webhook secret in Unicode form NFKD (EasyPost client libraries, `validateWebhook`;
 * support.easypost.com, "Webhook HMAC Validation").
 */
export const easyPostSignature = (body: Uint8Array, secret: string): string =>
  `hmac-sha256-hex=${hmac(secret.normalize('NFKD'), body).digest('hex')}`;

/** AfterShip: header `aftership-hmac-sha256`, base64 HMAC-SHA256 (aftership.com/docs/tracking/webhook/webhook-signature). */
export const afterShipSignature = (body: Uint8Array, secret: string): string =>
  hmac(secret, body).digest('base64');

/** FedEx: header `fdx-signature`, base64 HMAC-SHA256 (developer.fedex.com, Advanced Integrated Visibility webhook). */
export const fedExSignature = afterShipSignature;

/** Karrio: header `X-Karrio-Signature`, hex HMAC-SHA256 (Karrio documentation, "Verifying Webhook Signatures"). */
export const karrioSignature = (body: Uint8Array, secret: string): string =>
  hmac(secret, body).digest('hex');

/**
 * 17TRACK: header `sign`, hex SHA-256 of body, slash and key (17TRACK API documentation, v2, "webhook", as public
 * integrations for v2.4 apply it: second hand, compared on 30 November 2026).
 */
export const seventeenTrackSignature = (body: Uint8Array, key: string): string =>
  createHash('sha256').update(body).update(`/${key}`).digest('hex');

/**
 * Shippo: header `Shippo-Auth-Signature`, `t=<seconds>,v1=<hex HMAC-SHA256 of "<seconds>.<body>">`
 * (docs.goshippo.com/tracking/webhook-security).
 */
export const shippoSignature = (body: Uint8Array, secret: string, seconds: number): string =>
  `t=${seconds},v1=${hmac(secret, `${seconds}.`, body).digest('hex')}`;

const isRecent = (at: number, { receivedAt }: Message): boolean =>
  Math.abs(receivedAt - at) <= REPLAY;

const inHeader =
  (name: string, expected: (body: Uint8Array, secret: string) => string) =>
  ({ body, headers }: Message, secret: string): boolean =>
    sameText(headers.get(name) ?? '', expected(body, secret));

/** For who documents no signature, or does not call but is asked: what the shop's own poller sends along. */
const bySecret = inHeader('X-Webhook-Secret', (_, secret) => secret);

/**
 * ShipEngine: three headers, an RSA-SHA256 signature of "<timestamp>.<body>" by one of the published keys
 * (docs.shipstation.com/apis/docs/guides/webhooks-validation). The secret is here the key set as JSON,
 * which a shop reads from api.shipengine.com/jwks.
 */
const byShipEngine = (message: Message, secret: string): boolean => {
  const { body, headers } = message;
  const timestamp = headers.get('x-shipengine-timestamp') ?? '';
  const id = headers.get('x-shipengine-rsa-sha256-key-id');
  if (!isRecent(Date.parse(timestamp), message)) return false;
  const { keys } = JSON.parse(secret) as { keys: (JsonWebKey & { kid?: string })[] };
  const key = keys.find(({ kid }) => kid !== undefined && kid === id);
  return (
    key !== undefined &&
    verify(
      'sha256',
      Buffer.concat([Buffer.from(`${timestamp}.`), body]),
      createPublicKey({ key: key as never, format: 'jwk' }),
      Buffer.from(headers.get('x-shipengine-rsa-sha256-signature') ?? '', 'base64'),
    )
  );
};

const byShippo = (message: Message, secret: string): boolean => {
  const given = message.headers.get('Shippo-Auth-Signature');
  // The other way that Shippo documents: a token of the shop's own in the address it gave.
  if (given === null) return sameText(message.query.get('token') ?? '', secret);
  const seconds = Number(/(?:^|,)\s*t=(\d+)/.exec(given)?.[1]);
  return (
    isRecent(seconds * 1000, message) &&
    sameText(given.replace(/\s/g, ''), shippoSignature(message.body, secret, seconds))
  );
};

/**
 * Karrio documents a signature, but its server (modules/events, task_definitions/base/webhook.py, read on
 * 30 November 2026) sends none: it repeats the webhook's secret as `X-Event-Id`. Where a signature is given,
 * it alone decides.
 */
const byKarrio = ({ body, headers }: Message, secret: string): boolean => {
  const given = headers.get('X-Karrio-Signature');
  return given === null
    ? sameText(headers.get('X-Event-Id') ?? '', secret)
    : sameText(given, karrioSignature(body, secret));
};

/**
 * UPS: Track Alert v1 sends back as `credential` what it was given with the subscription; v2 sends a bearer token that
 * it got from the shop's own OAuth server, here one that stays the same (github.com/UPS-API/api-documentation,
 * UPSTrackAlert.yaml and UPSTrackAlertEnhanced.yaml, read on 30 November 2026).
 */
const byUps = ({ headers }: Message, secret: string): boolean =>
  sameText(
    headers.get('credential') ?? headers.get('Authorization')?.replace(/^Bearer +/i, '') ?? '',
    secret,
  );

/** Whether a message comes from whom it should. */
export const GENUINE: Readonly<
  Record<CarrierFormat, (message: Message, secret: string) => boolean>
> = {
  easypost: inHeader('X-Hmac-Signature', easyPostSignature),
  aftership: inHeader('aftership-hmac-sha256', afterShipSignature),
  shippo: byShippo,
  shipengine: byShipEngine,
  seventeentrack: inHeader('sign', seventeenTrackSignature),
  dhl: bySecret,
  laposte: bySecret,
  chronopost: bySecret,
  ups: byUps,
  fedex: inHeader('fdx-signature', fedExSignature),
  karrio: byKarrio,
};
