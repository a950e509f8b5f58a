import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { builtInClouds } from '../clouds/built-in-clouds.ts'
import { countryCodes } from '../countries.ts'
import { currencyOf, customerCountries, marketOf, mayBeRelated, sameMarket } from './markets.ts'
import { publicMarkets } from './public-markets.ts'

const { public: publicCloud, usGov, germany, china } = builtInClouds
const aCountry = fc.constantFrom(...countryCodes)

describe('the markets of the public cloud', () => {
  it('are fifteen, of the sizes of the source table with BQ counted once', () => {
    expect(publicMarkets.map((market) => [market.id, market.countries.length])).toEqual([
      ['africa', 47],
      ['asiaPacific', 18],
      ['australia', 23],
      ['brazil', 1],
      ['canada', 2],
      ['europe', 45],
      ['india', 1],
      ['japan', 1],
      ['korea', 1],
      ['latinAmerica', 51],
      ['middleEast', 45],
      ['newZealand', 4],
      ['russia', 1],
      ['taiwan', 1],
      ['unitedStates', 2],
    ])
  })

  it('hold every country at most once, and only countries that exist', () => {
    const members = publicMarkets.flatMap((market) => market.countries)
    expect(new Set(members).size).toBe(members.length)
    expect(members.filter((code) => !countryCodes.includes(code))).toEqual([])
  })

  it('leave out mainland China, the embargoed countries and what the table does not name', () => {
    expect(countryCodes.filter((code) => !marketOf(publicCloud, code))).toEqual(['CN', 'CU', 'EH', 'IR', 'KP', 'SD', 'SY'])
  })

  it('keep the oddities of the source: Puerto Rico is Latin American, Guam Australian, French Polynesia African', () => {
    expect(['PR', 'GU', 'PF'].map((code) => marketOf(publicCloud, code)?.id)).toEqual(['latinAmerica', 'australia', 'africa'])
  })
})

describe('the markets of the other clouds', () => {
  it('are one each: the United States, China, and the 31 countries of the EU and EFTA', () => {
    expect(usGov.markets.map((market) => market.countries)).toEqual([['US']])
    expect(china.markets.map((market) => market.countries)).toEqual([['CN']])
    expect(germany.markets).toHaveLength(1)
    expect(germany.markets[0]!.countries).toHaveLength(31)
    expect(germany.markets[0]!.countries.filter((code) => !countryCodes.includes(code))).toEqual([])
  })
})

describe('two countries', () => {
  it('are in one market or not, whoever asks first', () => {
    fc.assert(
      fc.property(aCountry, aCountry, fc.constantFrom(...Object.values(builtInClouds)), (one, other, cloud) => {
        expect(sameMarket(cloud, one, other)).toBe(sameMarket(cloud, other, one))
        expect(sameMarket(cloud, one, one)).toBe(marketOf(cloud, one) !== undefined)
      }),
    )
  })

  it('without a market are related to nobody, not even to themselves', () => {
    expect(sameMarket(publicCloud, 'CN', 'CN')).toBe(false)
    expect(sameMarket(publicCloud, 'CN', 'CU')).toBe(false)
  })

  it('can be related only within the own country or the same region [S0.10]', () => {
    expect(mayBeRelated(publicCloud, 'ES', 'ES')).toBe(true)
    expect(mayBeRelated(publicCloud, 'ES', 'DE')).toBe(true)
    expect(mayBeRelated(publicCloud, 'ES', 'MX')).toBe(false)
    expect(mayBeRelated(publicCloud, 'US', 'GB')).toBe(false)
  })
})

describe("an operator's exception", () => {
  const rules = {
    markets: publicMarkets,
    marketExceptions: [
      { partnerCountry: 'ES', customerCountry: 'MX', allowed: true, reason: 'pilot' },
      { partnerCountry: 'ES', customerCountry: 'NO', allowed: false, reason: 'tax' },
    ],
  }

  it('opens one pair in one direction: most regions keep to themselves, some may not [S3.12]', () => {
    expect(mayBeRelated(rules, 'ES', 'MX')).toBe(true)
    expect(mayBeRelated(rules, 'MX', 'ES')).toBe(false)
    expect(mayBeRelated(rules, 'ES', 'AR')).toBe(false)
  })

  it('can also close a pair', () => {
    expect(mayBeRelated(rules, 'ES', 'NO')).toBe(false)
    expect(mayBeRelated(rules, 'NO', 'ES')).toBe(true)
  })

  it('shows in the list of countries a partner may ask', () => {
    const countries = customerCountries(rules, 'ES')
    expect(countries).toHaveLength(45)
    expect(countries).toContain('MX')
    expect(countries).not.toContain('NO')
    expect(customerCountries(publicCloud, 'CN')).toEqual([])
  })
})

describe('the currency of a country', () => {
  it('is that of its market, its own where the table says so, and unknown where the cell is blank', () => {
    expect(['ES', 'CH', 'GB', 'US', 'AT'].map((code) => currencyOf(publicCloud, code))).toEqual(['EUR', 'CHF', 'GBP', 'USD', 'EUR'])
    expect(['VA', 'BA', 'KN', 'CN'].map((code) => currencyOf(publicCloud, code))).toEqual([undefined, undefined, undefined, undefined])
    expect(currencyOf(china, 'CN')).toBe(undefined)
  })
})
