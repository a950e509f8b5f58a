import type { CountryCode } from '../countries.ts'

/** States and provinces where the post takes codes only; ISO 3166-2 without the country. Empty elsewhere: any text. */
export function statesOf(country: CountryCode): readonly string[] {
  return states[country] ?? []
}

const states: Readonly<Record<CountryCode, readonly string[]>> = {
  AU: ['ACT', 'NSW', 'NT', 'QLD', 'SA', 'TAS', 'VIC', 'WA'],
  CA: ['AB', 'BC', 'MB', 'NB', 'NL', 'NS', 'NT', 'NU', 'ON', 'PE', 'QC', 'SK', 'YT'],
  US: (
    'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY ' +
    'AS GU MP PR UM VI AA AE AP'
  ).split(' '),
}
