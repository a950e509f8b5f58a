import { type Static, Type } from 'typebox'
import type { LicenseWish } from '../../domain/licenses/license.ts'
import { jobRowStates, mostPeople, mostUploaded, peopleJobStatuses } from '../../domain/people-jobs/people-job.ts'
import { Cursor, Id, Instant, Maybe, PageSize, strict, Text } from '../schemas.ts'
import { peopleNarrowing } from './people-schemas.ts'

const SkuNumber = Type.String({ maxLength: 100, pattern: '^[A-Z0-9][A-Z0-9-]{1,39}:[A-Z0-9][A-Z0-9-]{0,39}$', description: '"product:sku" of the catalogue.' })
const names = {
  sku: Type.String({ description: '"product:sku" of the catalogue.' }),
  name: Type.String(),
  productName: Type.String(),
  capabilityStatus: Type.Enum(['enabled', 'warning', 'suspended', 'deleted'], { description: 'suspended: every subscription to it is; deleted: none is left.' }),
}

/** Units over every subscription of the customer to the SKU, whoever sold it. */
export const SubscribedSku = Type.Object({
  ...names,
  licenseGroup: Type.Enum(['group1', 'group2'], { description: 'group1: managed by the directory; group2: of the store.' }),
  servicePlans: Type.Array(Type.String()),
  units: Type.Object({
    total: Type.Integer({ description: 'active + warning' }),
    active: Type.Integer({ description: 'Seats of active subscriptions.' }),
    warning: Type.Integer(),
    suspended: Type.Integer({ description: 'Seats of suspended subscriptions; they count for nothing until these are reactivated.' }),
    consumed: Type.Integer({ description: 'Assigned to users.' }),
    available: Type.Integer({ description: 'total - consumed; never below zero.' }),
    overassigned: Type.Integer({ description: 'Licenses without a seat, after a suspension or an end; nothing is assigned until there are none.' }),
  }),
})
export type SubscribedSku = Static<typeof SubscribedSku>
export const SubscribedSkus = Type.Object({ items: Type.Array(SubscribedSku) })

export const UserLicense = Type.Object({ ...names, servicePlans: Type.Array(Type.Object({ name: Type.String(), isOn: Type.Boolean() })), assignedAt: Instant })
export type UserLicense = Static<typeof UserLicense>
export const UserLicenses = Type.Object({ items: Type.Array(UserLicense) })

const wishes = Type.Array(
  Type.Object(
    {
      sku: SkuNumber,
      act: Type.Enum(['assign', 'remove']),
      disabledPlans: Type.Optional(Type.Array(Text(60), { maxItems: 100, uniqueItems: true, description: 'Of an assignment: these plans off, every other on.' })),
    },
    strict,
  ),
  { minItems: 1, maxItems: 50, description: 'What no entry names stays as it is.' },
)
export const LicenseChange = Type.Object({ licenses: wishes }, strict)

export function wishesOf(given: Static<typeof wishes>): LicenseWish[] {
  return given.map(({ sku, act, disabledPlans = [] }) => ({ sku, act: act as LicenseWish['act'], disabledPlans: act === 'assign' ? disabledPlans : [] }))
}

export const LicenseJobWish = Type.Object(
  {
    people: Type.Union([
      Type.Object({ ids: Type.Array(Id, { minItems: 1, maxItems: mostPeople }) }, strict),
      Type.Object({ filter: Type.Object(peopleNarrowing, { ...strict, description: 'Everybody whom the list shows so; empty for all.' }) }, strict),
    ]),
    licenses: wishes,
  },
  strict,
)

const cell = Type.Optional(Type.String({ maxLength: 400 }))
export const UsersFile = Type.Object(
  {
    rows: Type.Array(Type.Object({ userPrincipalName: Type.String({ maxLength: 400 }), displayName: cell, firstName: cell, lastName: cell, usageLocation: cell, mail: cell }, strict), { minItems: 1, maxItems: mostUploaded }),
  },
  strict,
)
export type UsersFile = Static<typeof UsersFile>

const Reason = Type.Object({ reasonCode: Type.String(), reasonText: Type.String() })

export const PeopleJob = Type.Object({
  id: Id,
  kind: Type.Enum(['licenses', 'upload']),
  status: Type.Enum([...peopleJobStatuses], { description: 'A file is checking, then checked: a dry run, in which nobody is created.' }),
  isOnBehalf: Type.Boolean({ description: 'Whether a partner began it on the customer’s behalf.' }),
  licenses: Type.Array(Type.Object({ sku: Type.String(), name: Type.String(), act: Type.Enum(['assign', 'remove']), disabledPlans: Type.Array(Type.String()) })),
  rows: Type.Object({ total: Type.Integer(), checked: Type.Integer(), done: Type.Integer(), unchanged: Type.Integer(), refused: Type.Integer() }),
  pausedBecause: Type.Union([Reason, Type.Null()]),
  passwordsLeft: Type.Integer({ description: 'Temporary passwords that whoever brought the file has not taken yet; 0 for everybody else.' }),
  createdAt: Instant,
  endedAt: Maybe(Instant),
  can: Type.Array(Type.String(), { description: 'start, resume, cancel, takePasswords.' }),
  version: Type.Integer(),
})
export type PeopleJob = Static<typeof PeopleJob>
export const PeopleJobPage = Type.Object({ items: Type.Array(PeopleJob), next: Maybe(Type.String()), previous: Maybe(Type.String()) })

export const PeopleJobRow = Type.Object({
  line: Type.Integer({ description: 'Of a file as a spreadsheet numbers them: the head row is 1.' }),
  state: Type.Enum([...jobRowStates]),
  personId: Maybe(Id),
  displayName: Maybe(Type.String()),
  userPrincipalName: Maybe(Type.String()),
  why: Type.Union([Reason, Type.Null()]),
  sku: Maybe(Type.String({ description: 'The SKU that the reason is about.' })),
})
export type PeopleJobRow = Static<typeof PeopleJobRow>
export const PeopleJobRowPage = Type.Object({ items: Type.Array(PeopleJobRow), next: Maybe(Type.String()), previous: Maybe(Type.String()) })
export const PeopleJobRowsQuery = Type.Object({ state: Type.Optional(Type.Enum([...jobRowStates])), size: Type.Optional(PageSize), cursor: Type.Optional(Cursor) }, strict)

export const TakenPasswords = Type.Object({
  signInUrl: Type.String(),
  items: Type.Array(Type.Object({ displayName: Type.String(), userPrincipalName: Type.String(), temporaryPassword: Type.String({ description: 'Shown in this answer and nowhere else; opens nothing but the choice of an own password.' }), validUntil: Instant })),
})
export type TakenPasswords = Static<typeof TakenPasswords>
