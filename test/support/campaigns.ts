import type { Environment } from '../../src/application/environment.ts'
import { workCampaign } from '../../src/application/campaigns/work-campaign.ts'
import { byteOrderMark, csvRow } from '../../src/text/csv.ts'
import type { TestServer } from './server.ts'
import type { TestPerson } from './world.ts'

const columns = ['Tenant ID', 'Company name', 'Primary domain', 'Country', 'Cloud', 'Mail', 'Language'] as const

/** A list as a spreadsheet writes it, with every column that is read. */
export function theList(rows: readonly (readonly string[])[]): string {
  return byteOrderMark + [columns, ...rows].map(csvRow).join('')
}

/** So many different customers of Spain, and where each is written to. */
export function manyListed(count: number): string {
  return theList(Array.from({ length: count }, (_, n) => ['', `Cliente ${n}`, `cliente-${n}.example`, 'ES', '', `ana@cliente-${n}.example`, '']))
}

/** What the job does that an act put there. */
export const workOn = (env: Environment, campaignId: string): Promise<void> => workCampaign(env, campaignId)

export async function anOpenRequest(server: TestServer, asker: TestPerson, domain: string): Promise<string> {
  const { body } = await server.ask(asker, 'POST', '/relationship-requests', { body: { kind: 'establish', customer: { domain, country: 'ES' }, language: 'es' } })
  return body.id
}
