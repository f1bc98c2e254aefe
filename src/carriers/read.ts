import { parseAfterShip } from './aftership.js';
import type { CarrierOptions, CarrierReport } from './carrier.js';
import { parseChronopost } from './chronopost.js';
import { parseDhl } from './dhl.js';
import { parseEasyPost } from './easypost.js';
import { parseFedEx } from './fedex.js';
import { parseKarrio } from './karrio.js';
import { parseLaPoste } from './laposte.js';
import { parseSeventeenTrack } from './seventeentrack.js';
import { parseShipEngine } from './shipengine.js';
import { parseShippo } from './shippo.js';
import { parseUps } from './ups.js';

export type { CarrierOptions, CarrierReport, CarrierShipment, Doubt, Meaning } from './carrier.js';

/** The formats by the names of their subpaths. Each refuses what the others read. */
const READERS = {
  easypost: parseEasyPost,
  aftership: parseAfterShip,
  shippo: parseShippo,
  shipengine: parseShipEngine,
  seventeentrack: parseSeventeenTrack,
  dhl: parseDhl,
  laposte: parseLaPoste,
  chronopost: parseChronopost,
  ups: parseUps,
  fedex: parseFedEx,
  karrio: parseKarrio,
} as const;

/** Whose format a payload has; also the name of the subpath that reads it alone. */
export type CarrierFormat = keyof typeof READERS;

/** A report, and the format it was read from. */
export interface CarrierReading extends CarrierReport {
  readonly format: CarrierFormat;
}

/**
 * Reads a payload of any carrier or aggregator we know, found by its shape. For one carrier alone its own
 * module is smaller.
 *
 * Never throws.
 *
 * @param payload the parsed JSON body; for Chronopost its XML as text, too
 * @returns `undefined` if it is nobody's
 */
export const readCarrier = (
  payload: unknown,
  options: CarrierOptions = {},
): CarrierReading | undefined => {
  for (const [format, read] of Object.entries(READERS)) {
    const report = read(payload, options);
    if (report) return { format: format as CarrierFormat, ...report };
  }
  return undefined;
};
