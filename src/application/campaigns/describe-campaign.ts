import type { Campaign } from '../../domain/campaigns/campaign.ts'
import { openCampaignActs } from '../../domain/campaigns/decide.ts'
import type { CampaignAct } from '../../domain/campaigns/transitions.ts'
import type { Action } from '../../domain/permissions.ts'
import type { Language } from '../../language/languages.ts'
import { countriesOf, funnelOf, refusalsOf } from '../../store/campaign-report-store.ts'
import { namesOfPeople } from '../../store/names-of-people.ts'
import { explain } from '../relationship-requests/explain.ts'
import { rightsInOwnTenant } from '../relationship-requests/standing.ts'
import type { Work } from '../use-case.ts'
import { describeCountries } from './describe-countries.ts'

export const actionOf: Readonly<Partial<Record<CampaignAct, Action>>> = { takeList: 'campaign.prepare', start: 'campaign.run', pause: 'campaign.stop', resume: 'campaign.run', cancel: 'campaign.stop' }

export type DescribedCampaign = Awaited<ReturnType<typeof describeCampaign>>

/** A campaign with everything that came of it. Counted on its requests each time, so it agrees with them. */
export async function describeCampaign(work: Work, campaign: Campaign, reader: Language) {
  const { trx, now } = work
  const isCounted = campaign.status !== 'checking'
  const [funnel, refusals, countries, people] = await Promise.all([
    funnelOf(trx, campaign, now),
    refusalsOf(trx, campaign),
    isCounted ? countriesOf(trx, campaign) : [],
    namesOfPeople(trx, [campaign.createdBy]),
  ])
  const mayDo = await rightsInOwnTenant(work)
  return {
    ...plainCampaign(campaign),
    createdBy: { id: campaign.createdBy, displayName: people.get(campaign.createdBy)?.displayName ?? null },
    pausedBecause: campaign.pauseReason === null ? null : explain(reader, campaign.pauseReason),
    ...describeFunnel(funnel, reader),
    refusals: refusals.map(({ reasonCode, rows }) => ({ ...explain(reader, reasonCode), rows })),
    countries: await describeCountries(work, campaign, countries),
    can: openCampaignActs(campaign, funnel.standings.ready ?? 0).filter((act) => mayDo(actionOf[act]!)),
  }
}

export function plainCampaign(campaign: Campaign) {
  const { id, name, delivery, status, askPrivileges, validityDays, language, words, mailsADay, reminders, daysBetween, rowCount, checkedCount, version } = campaign
  return {
    id, name, delivery, status, askPrivileges, validityDays, language, words, mailsADay, reminders, daysBetween, rowCount, checkedCount, version,
    createdAt: campaign.createdAt.toISOString(),
    startedAt: campaign.startedAt?.toISOString() ?? null,
    endedAt: campaign.endedAt?.toISOString() ?? null,
  }
}

/** `asked` are the rows with a request; the others follow from it, and each is also a filter of the list of rows. */
function describeFunnel({ standings, sent, opened, blocked }: Awaited<ReturnType<typeof funnelOf>>, reader: Language) {
  const { unchecked = 0, ready = 0, refused = 0, ...requests } = standings
  const { draft = 0, shared = 0, opened: open = 0, accepted = 0, declined = 0, withdrawn = 0, expired = 0 } = requests
  return {
    rows: { unchecked, ready, refused, draft, shared, opened: open, accepted, declined, withdrawn, expired },
    funnel: { asked: draft + shared + open + accepted + declined + withdrawn + expired, sent, opened, accepted, declined },
    blocked: Object.entries(blocked).map(([reasonCode, rows]) => ({ ...explain(reader, reasonCode), rows })),
  }
}
