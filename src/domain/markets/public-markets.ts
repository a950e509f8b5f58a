import type { Market } from './market.ts'

/**
 * The fifteen markets of the public cloud: regional authorization overview, April 2021 (table E.3 of our domain notes).
 * BQ stands three times in the source (Bonaire, Saba, St Eustatius); ISO has one code for the three.
 * Mainland China is in no market of this cloud, nor are the countries under export embargo.
 */
export const publicMarkets: readonly Market[] = [
  {
    id: 'africa',
    name: { en: 'Africa', es: 'África' },
    countries: split('AO BJ BW BF BI CM CV CF TD KM CG CD CI DJ GQ ER ET PF GA GM GH GN GW KE LR MG MW ML MU YT NA NC NE NG RE RW ST SN SC SL SO SS SH TZ TG UG ZM'),
    currency: { usual: 'USD' },
  },
  {
    id: 'asiaPacific',
    name: { en: 'Asia-Pacific', es: 'Asia Pacífico' },
    countries: split('BD BT BN KH HK ID LA MO MY MV MM NP PH SG LK TH TL VN'),
    currency: { usual: 'USD' },
  },
  {
    id: 'australia',
    name: { en: 'Australia', es: 'Australia' },
    countries: split('AU CX CC CK FJ TF GU HM KI MH FM NR NU NF MP PW PG PN SB TK TO TV WF'),
    currency: { usual: 'AUD' },
  },
  { id: 'brazil', name: { en: 'Brazil', es: 'Brasil' }, countries: ['BR'], currency: { usual: 'USD' } },
  { id: 'canada', name: { en: 'Canada', es: 'Canadá' }, countries: ['CA', 'PM'], currency: { usual: 'CAD' } },
  {
    id: 'europe',
    name: { en: 'Europe', es: 'Europa' },
    countries: split('AX AD AT BE BV BG HR CY CZ DK EE FO FI FR DE GI GR GL GG HU IS IE IM IT JE LV LI LT LU MT MC NL NO PL PT RO SM SK SI ES SJ SE CH GB VA'),
    currency: {
      usual: 'EUR',
      except: { DK: 'DKK', GI: 'GBP', GG: 'GBP', IM: 'GBP', JE: 'GBP', GB: 'GBP', NO: 'NOK', SJ: 'NOK', SE: 'SEK', CH: 'CHF', VA: null },
    },
  },
  { id: 'india', name: { en: 'India', es: 'India' }, countries: ['IN'], currency: { usual: 'INR' } },
  { id: 'japan', name: { en: 'Japan', es: 'Japón' }, countries: ['JP'], currency: { usual: 'JPY' } },
  { id: 'korea', name: { en: 'Korea', es: 'Corea' }, countries: ['KR'], currency: { usual: 'KRW' } },
  {
    id: 'latinAmerica',
    name: { en: 'Latin America and Caribbean', es: 'Latinoamérica y el Caribe' },
    countries: split('AI AQ AG AR AW BS BB BZ BM BO BQ VG KY CL CO CR CW DM DO EC SV FK GF GD GP GT GY HT HN JM MQ MX MS NI PA PY PE PR BL KN LC MF VC SX GS SR TT TC UY VE VI'),
    currency: { usual: 'USD', except: { KN: null } },
  },
  {
    id: 'middleEast',
    name: { en: 'Middle East, Central and Eastern Europe', es: 'Oriente Medio, Europa Central y del Este' },
    countries: split('AF AL DZ AM AZ BH BY BA IO EG GE IQ IL JO KZ XK KW KG LB LS LY MK MR MD MN ME MA MZ OM PK PS QA SA RS ZA SZ TJ TN TR TM UA AE UZ YE ZW'),
    currency: { usual: 'USD', except: { BA: null, MK: null, PS: null } },
  },
  { id: 'newZealand', name: { en: 'New Zealand', es: 'Nueva Zelanda' }, countries: ['AS', 'NZ', 'WS', 'VU'], currency: { usual: 'NZD' } },
  { id: 'russia', name: { en: 'Russia', es: 'Rusia' }, countries: ['RU'], currency: { usual: 'RUB' } },
  { id: 'taiwan', name: { en: 'Taiwan', es: 'Taiwán' }, countries: ['TW'], currency: { usual: 'TWD' } },
  { id: 'unitedStates', name: { en: 'United States', es: 'Estados Unidos' }, countries: ['US', 'UM'], currency: { usual: 'USD' } },
]

function split(codes: string): readonly string[] {
  return codes.split(' ')
}
