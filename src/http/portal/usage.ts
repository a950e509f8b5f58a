import { Type } from 'typebox'
import { usualPageSize } from '../../application/page.ts'
import { endUsageOwnership, giveUsageOwner } from '../../application/usage/change-owners.ts'
import { listOwnUsage, listUsage, readUsage } from '../../application/usage/list-usage.ts'
import { cancelUsageSubscription, reactivateUsageSubscription, renameUsageSubscription, suspendUsageSubscription } from '../../application/usage/manage-usage.ts'
import { provisionUsage } from '../../application/usage/provision-usage.ts'
import type { UsageForPartner } from '../../application/usage/show-usage.ts'
import { canonicalId } from '../../domain/ids.ts'
import { readerLanguage } from '../reader-language.ts'
import { type AnyRoute, route } from '../route.ts'
import { Cursor, Id, IdParams, NoBody, PageSize, strict, Text } from '../schemas.ts'
import { OwnUsagePageView, OwnUsageView, UsagePageView, UsageParams, UsageView } from './usage-schemas.ts'

const tag = 'Usage services'
const path = '/customers/:id/usage-subscriptions/:usageId'
const query = Type.Object({ size: Type.Optional(PageSize), cursor: Type.Optional(Cursor) }, strict)

const named = ({ id, usageId }: { id: string; usageId: string }) => ({ customerId: canonicalId(id)!, usageId: canonicalId(usageId)! })

const one = {
  tag,
  params: UsageParams,
  answer: UsageView,
  present: (shown: UsageForPartner) => shown as never,
  version: ({ version }: UsageForPartner) => version,
}

const acts = [
  ['suspension', suspendUsageSubscription, 'Suspend a usage subscription that the Admin agents of this partner own'],
  ['reactivation', reactivateUsageSubscription, 'Reactivate a usage subscription; its plan has to be active'],
  ['cancellation', cancelUsageSubscription, 'Cancel a usage subscription for good'],
] as const

export const usageRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    path: '/customers/:id/usage-subscriptions',
    summary: 'List the usage subscriptions of a customer that this partner sold or owns, latest first',
    tag,
    useCase: listUsage,
    params: IdParams,
    query,
    answer: UsagePageView,
    input: ({ params, query: { size, cursor }, request }) => ({ customerId: canonicalId(params.id)!, size: Number(size ?? usualPageSize), cursor, reader: readerLanguage(request) }),
    present: (page) => page as never,
  }),
  route({
    ...one,
    method: 'POST',
    path: '/customers/:id/usage-subscriptions',
    summary: 'Provision a usage subscription under a plan; the Admin agents of this partner become its owner',
    useCase: provisionUsage,
    params: IdParams,
    body: Type.Object({ planId: Id, name: Text(800), resellerOwns: Type.Optional(Type.Boolean({ description: 'Makes the indirect reseller on record of the plan an owner, too.' })) }, strict),
    status: 201,
    keyKeptForDays: 30,
    input: ({ params, body: { planId, name, resellerOwns }, request }) => ({ customerId: canonicalId(params.id)!, planId: canonicalId(planId)!, name, resellerOwns: resellerOwns ?? false, reader: readerLanguage(request) }),
  }),
  route({
    ...one,
    method: 'GET',
    path,
    summary: 'Read a usage subscription with what may be done with it',
    useCase: readUsage,
    input: ({ params, request }) => ({ ...named(params), reader: readerLanguage(request) }),
  }),
  route({
    ...one,
    method: 'PUT',
    path: `${path}/name`,
    summary: 'Rename a usage subscription',
    useCase: renameUsageSubscription,
    body: Type.Object({ name: Text(800) }, strict),
    ifMatch: true,
    input: ({ params, body: { name }, version, request }) => ({ ...named(params), name, version, reader: readerLanguage(request) }),
  }),
  ...acts.map(([act, useCase, summary]) =>
    route({
      ...one,
      method: 'POST',
      path: `${path}/${act}`,
      summary,
      useCase,
      body: NoBody,
      keyKeptForDays: 1,
      input: ({ params, request }) => ({ ...named(params), reader: readerLanguage(request) }),
    }),
  ),
  route({
    method: 'GET',
    path: '/usage-subscriptions',
    summary: 'List the usage subscriptions of one’s own organization with their owners, also those that ended',
    tag,
    useCase: listOwnUsage,
    query,
    answer: OwnUsagePageView,
    input: ({ query: { size, cursor }, request }) => ({ size: Number(size ?? usualPageSize), cursor, reader: readerLanguage(request) }),
    present: (page) => page as never,
  }),
  route({
    method: 'POST',
    path: '/usage-subscriptions/:usageId/owners',
    summary: 'Make the Admin agents of a partner, or a person of one’s own, an owner of a usage subscription',
    tag,
    useCase: giveUsageOwner,
    params: Type.Object({ usageId: Id }, strict),
    body: Type.Object({ partnerId: Type.Optional(Id), personId: Type.Optional(Id) }, { ...strict, description: 'Exactly one of the two.' }),
    answer: OwnUsageView,
    status: 201,
    keyKeptForDays: 30,
    input: ({ params, body, request }) => ({ usageId: canonicalId(params.usageId)!, partnerId: nullable(body.partnerId), personId: nullable(body.personId), reader: readerLanguage(request) }),
    present: (usage) => usage as never,
  }),
  route({
    method: 'POST',
    path: '/usage-subscriptions/:usageId/owners/:ownerId/removal',
    summary: 'End an owner’s assignment, at once',
    tag,
    useCase: endUsageOwnership,
    params: Type.Object({ usageId: Id, ownerId: Id }, strict),
    body: NoBody,
    answer: OwnUsageView,
    keyKeptForDays: 1,
    budget: 'revoke',
    input: ({ params, request }) => ({ usageId: canonicalId(params.usageId)!, ownerId: canonicalId(params.ownerId)!, reader: readerLanguage(request) }),
    present: (usage) => usage as never,
  }),
]

function nullable(id: string | undefined): string | null {
  return id === undefined ? null : canonicalId(id)!
}
