import { usualPageSize } from '../../application/page.ts'
import { Type } from 'typebox'
import { approvePurchase, declinePurchase } from '../../application/own-purchases/answer-purchase.ts'
import { listPermissions, readPermission } from '../../application/own-purchases/list-permissions.ts'
import { listPurchases, readPurchase } from '../../application/own-purchases/list-purchases.ts'
import type { ShownPermission } from '../../application/own-purchases/show-permission.ts'
import type { ShownPurchase } from '../../application/own-purchases/show-purchase.ts'
import { changePermission, createPermission, deletePermission } from '../../application/own-purchases/switch-permission.ts'
import { canonicalId } from '../../domain/ids.ts'
import { readerLanguage } from '../reader-language.ts'
import { type AnyRoute, route } from '../route.ts'
import { Cursor, IdParams, NoBody, PageSize, strict, Text } from '../schemas.ts'
import { LimitsBody, OwnPurchasePageView, OwnPurchaseView, PermissionBoardView, PermissionBody, PermissionParams, PermissionView, PurchaseParams } from './own-purchase-schemas.ts'

const tag = 'Customer permissions'
const permissions = '/customers/:id/purchase-permissions'
const purchases = '/customers/:id/own-purchases'

const limitsOf = ({ mostEach, mostMonthly, needsApproval, alerts }: LimitsBody) => ({ mostEach: mostEach ?? null, mostMonthly: mostMonthly ?? null, needsApproval: needsApproval ?? false, alerts: alerts ?? false })
const permissionNamed = ({ id, permissionId }: { id: string; permissionId: string }) => ({ customerId: canonicalId(id)!, permissionId: canonicalId(permissionId)! })
const purchaseNamed = ({ id, purchaseId }: { id: string; purchaseId: string }) => ({ customerId: canonicalId(id)!, purchaseId: canonicalId(purchaseId)! })

const permission = { tag, answer: PermissionView, present: (shown: ShownPermission) => shown as never, version: ({ version }: ShownPermission) => version }
const purchase = { tag, params: PurchaseParams, answer: OwnPurchaseView, present: (shown: ShownPurchase) => shown as never, version: ({ version }: ShownPurchase) => version }

export const purchasePermissionRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    path: permissions,
    summary: 'Read what a customer may buy itself on the bill of this partner; everything is off by default',
    tag,
    useCase: listPermissions,
    params: IdParams,
    answer: PermissionBoardView,
    input: ({ params, request }) => ({ customerId: canonicalId(params.id)!, reader: readerLanguage(request) }),
    present: (board) => board as never,
  }),
  route({
    ...permission,
    method: 'POST',
    path: permissions,
    summary: 'Let a customer buy one kind of product itself; a second permission of a kind is refused',
    useCase: createPermission,
    params: IdParams,
    body: PermissionBody,
    status: 201,
    keyKeptForDays: 30,
    input: ({ params, body }) => ({ customerId: canonicalId(params.id)!, kind: body.kind, ...limitsOf(body) }),
  }),
  route({
    ...permission,
    method: 'GET',
    path: `${permissions}/:permissionId`,
    summary: 'Read one permission with its limits',
    useCase: readPermission,
    params: PermissionParams,
    input: ({ params }) => permissionNamed(params),
  }),
  route({
    ...permission,
    method: 'PUT',
    path: `${permissions}/:permissionId`,
    summary: 'Set other limits for what the customer buys from now on',
    useCase: changePermission,
    params: PermissionParams,
    body: LimitsBody,
    ifMatch: true,
    input: ({ params, body, version }) => ({ ...permissionNamed(params), ...limitsOf(body), version }),
  }),
  route({
    ...permission,
    method: 'POST',
    path: `${permissions}/:permissionId/removal`,
    summary: 'Stop letting the customer buy; what it bought stays, what awaits approval lapses',
    useCase: deletePermission,
    params: PermissionParams,
    body: NoBody,
    keyKeptForDays: 1,
    budget: 'revoke',
    input: ({ params }) => permissionNamed(params),
  }),
  route({
    method: 'GET',
    path: purchases,
    summary: 'List what a customer bought or asked for itself through this partner, latest first',
    tag,
    useCase: listPurchases,
    params: IdParams,
    query: Type.Object({ size: Type.Optional(PageSize), cursor: Type.Optional(Cursor) }, strict),
    answer: OwnPurchasePageView,
    input: ({ params, query: { size, cursor }, request }) => ({ customerId: canonicalId(params.id)!, size: Number(size ?? usualPageSize), cursor, reader: readerLanguage(request) }),
    present: (page) => page as never,
  }),
  route({ ...purchase, method: 'GET', path: `${purchases}/:purchaseId`, summary: 'Read one purchase of a customer’s own', useCase: readPurchase, input: ({ params, request }) => ({ ...purchaseNamed(params), reader: readerLanguage(request) }) }),
  route({
    ...purchase,
    method: 'POST',
    path: `${purchases}/:purchaseId/approval`,
    summary: 'Approve a purchase that waits: it becomes an order of this partner, at the price that the customer saw',
    useCase: approvePurchase,
    body: NoBody,
    keyKeptForDays: 30,
    input: ({ params, request }) => ({ ...purchaseNamed(params), reader: readerLanguage(request) }),
  }),
  route({
    ...purchase,
    method: 'POST',
    path: `${purchases}/:purchaseId/decline`,
    summary: 'Decline a purchase that waits; the customer reads why',
    useCase: declinePurchase,
    body: Type.Object({ note: Text(1000) }, strict),
    keyKeptForDays: 30,
    input: ({ params, body, request }) => ({ ...purchaseNamed(params), note: body.note, reader: readerLanguage(request) }),
  }),
]
