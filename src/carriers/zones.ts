import { offsetMinutes } from '../model/index.js';

/** Where a clock stood, as far as the payload states it. */
export interface Where {
  /** ISO 3166-1, two or three letters. */
  readonly country?: string | undefined;
  /** State or province, as the country's post abbreviates it. */
  readonly region?: string | undefined;
  readonly postalCode?: string | undefined;
}

/**
 * Countries and territories that keep one time throughout, by a zone that shows it (any of those with
 * the same clock since 2020). ISO 3166-1 codes of two and of three letters.
 * Source: IANA time zone database, zone.tab and zone1970.tab, read November 2026. Not in it: countries
 * with several times, and those that changed their rules too lately for every engine to know.
 */
const COUNTRIES: Readonly<Record<string, string>> = {
  'Europe/London': 'GB GBR IE IRL GG GGY JE JEY IM IMN',
  'Europe/Paris':
    'FR FRA MC MCO BE BEL LU LUX NL NLD DE DEU DK DNK NO NOR SE SWE CH CHE LI LIE AT AUT IT ITA SM SMR VA VAT MT MLT CZ CZE SK SVK PL POL HU HUN SI SVN HR HRV BA BIH RS SRB ME MNE MK MKD AL ALB AD AND GI GIB',
  'Europe/Athens': 'GR GRC FI FIN AX ALA EE EST LV LVA LT LTU RO ROU BG BGR',
  'Europe/Istanbul': 'TR TUR',
  'Europe/Minsk': 'BY BLR',
  'Africa/Abidjan':
    'IS ISL CI CIV SN SEN GH GHA ML MLI BF BFA TG TGO GM GMB GN GIN MR MRT SL SLE LR LBR GW GNB SH SHN',
  'Africa/Lagos': 'NG NGA BJ BEN CM CMR CF CAF TD TCD CG COG GA GAB GQ GNQ NE NER AO AGO',
  'Africa/Tunis': 'TN TUN DZ DZA',
  'Africa/Johannesburg': 'ZA ZAF LS LSO SZ SWZ',
  'Africa/Maputo': 'MZ MOZ ZW ZWE ZM ZMB MW MWI RW RWA BI BDI BW BWA',
  'Africa/Nairobi': 'KE KEN UG UGA TZ TZA ET ETH SO SOM DJ DJI ER ERI KM COM MG MDG YT MYT',
  'Asia/Riyadh': 'SA SAU KW KWT YE YEM QA QAT BH BHR IQ IRQ',
  'Asia/Jerusalem': 'IL ISR',
  'Asia/Dubai': 'AE ARE OM OMN RE REU MU MUS SC SYC GE GEO AM ARM AZ AZE',
  'Asia/Kabul': 'AF AFG',
  'Asia/Karachi': 'PK PAK MV MDV TJ TJK TM TKM UZ UZB',
  'Asia/Kolkata': 'IN IND LK LKA',
  'Asia/Kathmandu': 'NP NPL',
  'Asia/Dhaka': 'BD BGD BT BTN KG KGZ',
  'Asia/Yangon': 'MM MMR',
  'Asia/Bangkok': 'TH THA VN VNM KH KHM LA LAO',
  'Asia/Singapore': 'SG SGP MY MYS HK HKG MO MAC TW TWN PH PHL BN BRN',
  'Asia/Tokyo': 'JP JPN KR KOR',
  'America/Puerto_Rico':
    'PR PRI VI VIR VG VGB DO DOM TT TTO BB BRB AG ATG AI AIA DM DMA GD GRD GP GLP MQ MTQ BL BLM MF MAF LC LCA VC VCT KN KNA MS MSR AW ABW CW CUW SX SXM BQ BES',
  'America/Caracas': 'VE VEN BO BOL GY GUY',
  'America/Panama': 'PA PAN CO COL PE PER JM JAM KY CYM',
  'America/Costa_Rica': 'CR CRI SV SLV GT GTM HN HND NI NIC BZ BLZ',
  'America/Cayenne': 'GF GUF SR SUR UY URY',
};

/**
 * States and provinces that lie in one zone throughout, where the country has several.
 * Source: 49 CFR part 71 (United States) and the IANA time zone database, read November 2026.
 */
const REGIONS: Readonly<Record<string, string>> = {
  'America/New_York': 'CT DC DE GA MA MD ME NC NH NJ NY OH PA RI SC VA VT WV',
  'America/Chicago': 'AR IA IL LA MN MO MS OK WI',
  'America/Denver': 'CO MT NM UT WY',
  'America/Los_Angeles': 'CA WA',
  'Pacific/Honolulu': 'HI',
};

const byCode = (zones: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(zones).flatMap(([zone, codes]) =>
      codes.split(' ').map((code) => [code, zone] as const),
    ),
  );
const countries = byCode(COUNTRIES);
const states = byCode(REGIONS);

// Carriers write FR for its overseas departments too; their postal codes tell.
const OVERSEAS = /^9[78]/;

/** The zone of a place, when what is stated leaves no other. */
export const zoneOf = ({ country, region, postalCode }: Where): string | undefined => {
  const code = country?.toUpperCase();
  if (code === undefined) return undefined;
  if (code === 'US' || code === 'USA') return states.get(region?.toUpperCase() ?? '');
  if ((code === 'FR' || code === 'FRA') && OVERSEAS.test(postalCode ?? '')) return undefined;
  return countries.get(code);
};

const LOCAL = /^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?$/;
const MINUTE = 60_000;

const written = (minutes: number): string => {
  const part = (value: number) => String(value).padStart(2, '0');
  const far = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${part(Math.floor(far / 60))}:${part(far % 60)}`;
};

/**
 * The local time with the offset its place had then. `undefined` where that is not certain: the
 * place keeps several times or is not stated, the hour does not exist there, or it came twice.
 */
export const placed = (localTime: string, where: Where): string | undefined => {
  const zone = zoneOf(where);
  if (zone === undefined || !LOCAL.test(localTime)) return undefined;
  const wall = Date.parse(`${localTime}Z`);
  if (Number.isNaN(wall)) return undefined;
  const offsets = new Set(
    [-1, 1].map((side) => offsetMinutes(zone, wall + side * 24 * 60 * MINUTE)),
  );
  const fitting = [...offsets].filter(
    (offset): offset is number =>
      offset !== undefined && offsetMinutes(zone, wall - offset * MINUTE) === offset,
  );
  return fitting.length === 1 ? localTime + written(fitting[0]!) : undefined;
};
