import { defaultLanguage } from '../domain/countries.ts'
import type { Below } from './chance.ts'
import { companyNames } from './company-names.ts'

/** A customer of the crowd: on a list, with one administrator who does not sign in here. */
export interface CrowdCustomer {
  readonly name: string
  readonly cloud: string
  readonly country: string
  readonly domain: string
  readonly language: string
  readonly timeZone: string
  readonly administrator: { readonly displayName: string; readonly userName: string }
  readonly since: Date
  readonly tags: readonly string[]
  readonly services: 'all' | 'first' | 'none'
}

const tags = ['prioritario', 'pyme', 'educación', 'sanidad', 'sector público', 'renovación 2027', 'piloto', 'en español']

/** Names that try a page: long, right to left, with signs that markup and spreadsheets read, of mixed scripts. All of them are allowed. */
const awkward: readonly Pick<CrowdCustomer, 'name' | 'country' | 'domain' | 'timeZone'>[] = [
  {
    name: 'Sociedad Cooperativa Agropecuaria y de Transformación de los Valles Altos del Río Sereno y la Peña',
    country: 'ES', domain: 'sociedad-cooperativa-agropecuaria-y-de-transformacion-valles.altos-del-rio-sereno-y-la-pena-dorada.example', timeZone: 'Europe/Madrid',
  },
  { name: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerk GmbH', country: 'AT', domain: 'donaudampfschifffahrtselektrizitaetenhauptbetriebswerk.example', timeZone: 'Europe/Vienna' },
  { name: 'مؤسسة الينابيع السبعة (فرع 3) Export & Import', country: 'AE', domain: 'yanabi-export-import.example', timeZone: 'Asia/Dubai' },
  { name: '<b>Negrita</b> & «Comillas» "dobles", S.L.', country: 'ES', domain: 'negrita-comillas.example', timeZone: 'Europe/Madrid' },
  { name: '=SUMA(A1:A9) Gestoría', country: 'MX', domain: 'suma-gestoria.example', timeZone: 'America/Mexico_City' },
  { name: 'Рlaya Мansa Conservas', country: 'ES', domain: 'playa-mansa-conservas.example', timeZone: 'Europe/Madrid' },
  { name: 'N', country: 'GB', domain: 'n.example', timeZone: 'Europe/London' },
  { name: 'Ñandú y Pingüino, C.A.', country: 'VE', domain: 'xn--and-y-pingino-hkb2lqb.example', timeZone: 'America/Caracas' },
  { name: 'İnce Işık Matbaası A.Ş.', country: 'TR', domain: 'ince-isik.example', timeZone: 'Europe/Istanbul' },
  { name: '株式会社㌔㍑計量', country: 'JP', domain: 'kiro-rittoru.example', timeZone: 'Asia/Tokyo' },
]

/** The crowd of one partner, the awkward ones first where they belong; fewer than asked where a cloud's names run out. */
export function crowdOf(cloud: string, size: number, { below, now, withAwkward = false }: { below: Below; now: Date; withAwkward?: boolean }): CrowdCustomer[] {
  const crowd: CrowdCustomer[] = []
  const names = companyNames(cloud, below)
  const add = (company: Pick<CrowdCustomer, 'name' | 'country' | 'domain' | 'timeZone' | 'administrator'>) =>
    crowd.push({
      ...company,
      cloud,
      language: defaultLanguage(company.country),
      since: new Date(now.getTime() - (1 + below(1_100)) * 86_400_000 - below(86_400) * 1_000),
      tags: below(4) === 0 ? [...new Set([tags[below(tags.length)]!, ...(below(3) === 0 ? [tags[below(tags.length)]!] : [])])] : [],
      services: (['all', 'all', 'all', 'first', 'none'] as const)[below(5)]!,
    })
  if (withAwkward) for (const company of awkward) add({ ...company, administrator: { displayName: 'Iris Llanura', userName: 'iris' } })
  for (const company of names) {
    if (crowd.length >= size) break
    add(company)
  }
  return crowd
}
