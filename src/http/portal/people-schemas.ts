import { type Static, Type } from 'typebox'
import type { PersonWithCredentials } from '../../application/people/issued-credentials.ts'
import type { PeopleAsk } from '../../application/people/list-people.ts'
import type { RestoredPerson as Restored } from '../../application/people/restore-person.ts'
import type { ShownPerson } from '../../application/people/shown-person.ts'
import type { PeopleSort } from '../../domain/people/person.ts'
import { Country, Cursor, Id, Instant, Maybe, PageSize, SearchText, strict, Text } from '../schemas.ts'

export const PersonRow = Type.Object({
  id: Id,
  displayName: Type.String(),
  firstName: Maybe(Type.String()),
  lastName: Maybe(Type.String()),
  userPrincipalName: Type.String(),
  usageLocation: Maybe(Type.String({ description: 'ISO 3166-1 alpha-2; licenses ask for it.' })),
  mail: Maybe(Type.String()),
  roles: Type.Array(Type.String()),
  status: Type.Union([Type.Literal('invited'), Type.Literal('active'), Type.Literal('disabled')]),
  language: Maybe(Type.String()),
  createdAt: Instant,
  lastSignInAt: Maybe(Instant),
  hasTotp: Type.Boolean(),
  hasPasskey: Type.Boolean(),
  /** since when letters to the address do not arrive */
  mailUndeliverableSince: Maybe(Instant),
  isReachable: Type.Boolean({ description: 'False where no invitation is mailed to this address; its link is handed over in another way.' }),
  version: Type.Integer(),
  can: Type.Array(Type.String(), { description: 'update, changeRoles, resendInvitation, disable, enable, remove, resetPassword, endSessions, removeSecondFactor.' }),
})
export type PersonRow = Static<typeof PersonRow>

export const PersonList = Type.Object({ items: Type.Array(PersonRow), next: Maybe(Type.String()), previous: Maybe(Type.String()) })
export type PersonList = Static<typeof PersonList>

export const FormerPerson = Type.Object({
  id: Id,
  displayName: Type.String(),
  userPrincipalName: Type.String(),
  removedAt: Maybe(Instant),
  restorableUntil: Maybe(Type.String({ format: 'date-time', description: 'Null where nothing is left to restore.' })),
  can: Type.Array(Type.String(), { description: 'restore.' }),
})
export type FormerPerson = Static<typeof FormerPerson>
export const FormerPersonList = Type.Object({ items: Type.Array(FormerPerson), next: Maybe(Type.String()), previous: Maybe(Type.String()) })

export const IssuedPerson = Type.Object({
  person: PersonRow,
  credentials: Type.Object({
    temporaryPassword: Type.String({ description: 'Shown in this answer and nowhere else; opens nothing but the choice of an own password.' }),
    validUntil: Instant,
    signInUrl: Type.String(),
  }),
})
export type IssuedPerson = Static<typeof IssuedPerson>
export const RestoredPerson = Type.Object({
  ...IssuedPerson.properties,
  licensesNotGivenBack: Type.Array(Type.String(), { description: '"product:sku" of the licenses that the person had before and that have no seat left.' }),
})
export type RestoredPerson = Static<typeof RestoredPerson>

/** Which roles fit is the tenant's matter; the words themselves are refused there too, so that one list says which there are. */
export const Roles = Type.Array(Text(40), { maxItems: 20, uniqueItems: true })

const wish = {
  firstName: Type.Optional(Maybe(Text(400))),
  lastName: Type.Optional(Maybe(Text(400))),
  usageLocation: Type.Optional(Maybe(Country)),
  mail: Type.Optional(Maybe(Text(320))),
}
export const NewPerson = Type.Object({ displayName: Text(400), userPrincipalName: Text(320), roles: Roles, ...wish }, strict)
export const PersonChange = Type.Object({ displayName: Type.Optional(Text(400)), roles: Type.Optional(Roles), ...wish }, strict)
export const Restoration = Type.Object({ userPrincipalName: Type.Optional(Text(320)) }, { ...strict, description: 'Another user name, where somebody else has taken the one from before.' })

const sorts = ['name', '-name', 'userName', '-userName', 'age', '-age'] as const

/** How the list may be narrowed and ordered: in the query of the list, in the body of its export. */
export const peopleNarrowing = {
  search: Type.Optional(SearchText),
  match: Type.Optional(Type.Enum(['prefix', 'inside'])),
  status: Type.Optional(Type.Enum(['invited', 'active', 'disabled'])),
  role: Type.Optional(Text(40)),
  license: Type.Optional(Type.String({ maxLength: 100, pattern: '^(none|[A-Z0-9][A-Z0-9-]{1,39}:[A-Z0-9][A-Z0-9-]{0,39})$', description: '"product:sku", or none: those without any.' })),
  sort: Type.Optional(Type.Enum([...sorts])),
}
export const Paging = Type.Object({ size: Type.Optional(PageSize), cursor: Type.Optional(Cursor) }, strict)
export const PeopleQuery = Type.Object({ size: Type.Optional(PageSize), cursor: Type.Optional(Cursor), ...peopleNarrowing }, strict)

export interface PeopleNarrowing extends Pick<PeopleAsk, 'search' | 'match' | 'status' | 'role' | 'license'> {
  sort?: (typeof sorts)[number]
}

export function peopleAskOf({ search, match, status, role, license, sort = 'name' }: PeopleNarrowing): PeopleAsk {
  return { search, match, status, role, license, sort: sort.replace('-', '') as PeopleSort, descending: sort.startsWith('-') }
}

export function presentPerson(person: ShownPerson): PersonRow {
  const { id, displayName, firstName, lastName, userPrincipalName, usageLocation, mail, language, hasTotp, hasPasskey, isReachable, version } = person
  return {
    ...{ id, displayName, firstName, lastName, userPrincipalName, usageLocation, mail, language, hasTotp, hasPasskey, isReachable, version },
    roles: [...person.roles],
    status: person.status as PersonRow['status'],
    createdAt: person.createdAt.toISOString(),
    lastSignInAt: person.lastSignedInAt?.toISOString() ?? null,
    mailUndeliverableSince: person.mailUndeliverableSince?.toISOString() ?? null,
    can: [...person.can],
  }
}

export function presentFormer({ id, displayName, userPrincipalName, removedAt, restorableUntil, can }: ShownPerson): FormerPerson {
  return { id, displayName, userPrincipalName, removedAt: removedAt?.toISOString() ?? null, restorableUntil: restorableUntil?.toISOString() ?? null, can: [...can] }
}

export function presentRestored({ licensesNotGivenBack, ...issued }: Restored): RestoredPerson {
  return { ...presentIssued(issued), licensesNotGivenBack: [...licensesNotGivenBack] }
}

export function presentIssued({ person, credentials }: PersonWithCredentials): IssuedPerson {
  return { person: presentPerson(person), credentials: { ...credentials, validUntil: credentials.validUntil.toISOString() } }
}
