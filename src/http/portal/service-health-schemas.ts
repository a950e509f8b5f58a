import { type Static, Type } from 'typebox'
import { healths, impacts, statedBy } from '../../domain/service-health/health.ts'
import { Id, Instant, Maybe, strict, Text } from '../schemas.ts'

export const HealthCode = Type.Enum([...healths], { description: 'notStated: nobody said anything of it in the last 24 hours, which is no good news.' })
export const ImpactCode = Type.Enum([...impacts])

export const IncidentView = Type.Object({
  incidentId: Id,
  title: Type.String({ description: 'In the reader’s language.' }),
  impact: ImpactCode,
  isOpen: Type.Boolean(),
  isFromFeed: Type.Boolean({ description: 'Stated by a feed, which alone changes it.' }),
  startedAt: Instant,
  endedAt: Maybe(Instant),
  notes: Type.Array(Type.Object({ at: Instant, text: Type.String() }), { description: 'The latest first.' }),
  version: Type.Integer(),
})
export type IncidentView = Static<typeof IncidentView>

/** How a service stands; the same words wherever it is shown. */
export const healthMembers = {
  health: HealthCode,
  checkedAt: Type.Union([Instant, Type.Null()], { description: 'When somebody last looked at it and said so.' }),
  checkedBy: Type.Union([Type.Enum([...statedBy]), Type.Null()]),
  incidents: Type.Array(IncidentView, { description: 'What goes on, and what was over in the last 30 days; the latest first.' }),
}

export const ServiceHealthView = Type.Object({ service: Type.String(), serviceName: Type.String(), adminPortalName: Maybe(Type.String()), ...healthMembers })
export type ServiceHealthView = Static<typeof ServiceHealthView>
export const OwnServiceHealthView = Type.Object({
  ...ServiceHealthView.properties,
  customers: Type.Union([Type.Integer(), Type.Null()], { description: 'How many of the partner’s customers have it through the partner; null for a customer.' }),
})
export type OwnServiceHealthView = Static<typeof OwnServiceHealthView>

/** How a service stands, with what goes on there and nothing that is over; null where the reader may not see it or nobody lists it. */
export const Standing = Type.Union([Type.Object(healthMembers), Type.Null()], { description: 'Null where this role may not see it (C.3). Of the incidents those that go on.' })
export type Standing = Static<typeof Standing>

export const CloudCode = Type.String({ pattern: '^[a-z][a-zA-Z0-9]{1,30}$' })
const TitleWords = Type.Object({ en: Text(400), es: Text(400) }, { ...strict, description: 'In both languages of the portals.' })
/** In both languages, too. */
const words = { wordsEn: Text(2_000), wordsEs: Text(2_000) }
export const saidIn = ({ wordsEn, wordsEs }: { wordsEn: string; wordsEs: string }) => ({ en: wordsEn, es: wordsEs })
const Moment = Type.String({ minLength: 16, maxLength: 35, format: 'date-time', description: 'An instant that has passed.' })
const ServiceCode = Type.String({ pattern: '^[A-Za-z0-9]{1,60}$', description: 'A service of the cloud.' })

export const IncidentBody = Type.Object(
  { serviceId: ServiceCode, impact: ImpactCode, title: TitleWords, ...words, startedAt: Type.Union([Moment, Type.Null()], { description: 'Null: now.' }) },
  strict,
)
export const NoteBody = Type.Object({ ...words, impact: Type.Union([ImpactCode, Type.Null()], { description: 'Null: as it was.' }), hasEnded: Type.Boolean() }, strict)
const FedIncident = Type.Object(
  {
    feedId: Type.String({ pattern: '^[\\x21-\\x7e]{1,100}$', description: 'Its number in the feed; the same incident keeps it.' }),
    ...{ serviceId: ServiceCode, impact: ImpactCode, title: TitleWords, startedAt: Moment },
    endedAt: Type.Union([Moment, Type.Null()]),
    notes: Type.Array(Type.Object({ at: Moment, ...words }, strict), { maxItems: 50, description: 'One for each moment; what was said before stays.' }),
  },
  strict,
)
export const FeedBody = Type.Object({ checkedAt: Moment, incidents: Type.Array(FedIncident, { maxItems: 200 }) }, strict)
