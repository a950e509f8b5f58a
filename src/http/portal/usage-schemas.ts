import { type Static, Type } from 'typebox'
import { ownerReasons, usageStatuses } from '../../domain/usage/usage-subscription.ts'
import { Cursor, Id, Instant, Maybe, strict } from '../schemas.ts'
import { Explained } from './subscription-schemas.ts'

const MaybeExplained = Type.Union([Explained, Type.Null()])

const shared = {
  usageId: Id,
  name: Type.String(),
  planId: Id,
  planName: Type.String(),
  status: Type.Enum([...usageStatuses], { description: 'As it holds now: with its plan suspended or ended it is, too.' }),
  createdAt: Instant,
  version: Type.Integer(),
}

export const UsageView = Type.Object({
  ...shared,
  isSoldByThisPartner: Type.Boolean({ description: 'This partner sold the plan and is billed for what is used.' }),
  isOwner: Type.Boolean({ description: 'The Admin agents of this partner own it; nothing else lets a partner manage it.' }),
  ownerSince: Maybe(Instant),
  ownerUntil: Type.Union([Instant, Type.Null()], { description: 'When the customer ended the assignment.' }),
  otherOwners: Type.Array(Type.String(), { description: 'Partners that became owner with the provisioning.' }),
  notManaged: MaybeExplained,
  can: Type.Array(Type.Enum(['rename', 'suspend', 'reactivate', 'cancel'])),
})
export type UsageView = Static<typeof UsageView>

export const UsagePageView = Type.Object({
  items: Type.Array(UsageView),
  next: Maybe(Cursor),
  previous: Maybe(Cursor),
  plans: Type.Array(Type.Object({ planId: Id, name: Type.String(), resellerName: Maybe(Type.String()) }), { description: 'Active usage plans that this partner sold to the customer.' }),
  provisionBlocked: MaybeExplained,
})
export type UsagePageView = Static<typeof UsagePageView>

export const UsageOwnerView = Type.Object({
  ownerId: Id,
  kind: Type.Enum(['foreignGroup', 'person'], { description: 'The Admin agents of a partner, a group that is not of this directory, or a person of one’s own.' }),
  name: Maybe(Type.String()),
  partnerId: Maybe(Id),
  personId: Maybe(Id),
  because: Type.Enum([...ownerReasons]),
  givenAt: Instant,
  givenByName: Maybe(Type.String()),
  endedAt: Maybe(Instant),
  endedByName: Maybe(Type.String()),
})
export type UsageOwnerView = Static<typeof UsageOwnerView>

export const OwnUsageView = Type.Object({ ...shared, soldByName: Maybe(Type.String()), owners: Type.Array(UsageOwnerView) })
export type OwnUsageView = Static<typeof OwnUsageView>
export const OwnUsagePageView = Type.Object({ items: Type.Array(OwnUsageView), next: Maybe(Cursor), previous: Maybe(Cursor) })
export type OwnUsagePageView = Static<typeof OwnUsagePageView>

export const UsageParams = Type.Object({ id: Id, usageId: Id }, strict)
