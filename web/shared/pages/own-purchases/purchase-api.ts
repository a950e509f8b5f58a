import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { BillingCycle, Term } from '../../../../src/domain/catalogue/terms.ts'
import type { Afterwards } from '../../../../src/domain/own-purchases/own-purchase.ts'
import type { PermissionEnd, PurchaseKind } from '../../../../src/domain/own-purchases/purchase-permission.ts'
import type { OwnPurchaseStatus } from '../../../../src/domain/own-purchases/transitions.ts'
import type * as contract from '../../../../src/http/portal/own-purchase-schemas.ts'
import { api } from '../../api/api.ts'
import type { Query } from '../../api/client.ts'
import type { Page } from '../../api/types.ts'

/** The contract's closed lists of words are spelt by the domain's types. */
type PlanWords = { term: Term; billingCycle: BillingCycle }
type PurchaseWords = PlanWords & { kind: PurchaseKind; status: OwnPurchaseStatus; subscriptionStatus: 'pending' | 'active' | 'suspended' | 'deleted' | 'notProvisioned' | null; can: ('approve' | 'decline' | 'withdraw')[]; afterwards: Afterwards[] }

export type OwnPurchase = Omit<contract.OwnPurchaseView, keyof PurchaseWords> & PurchaseWords
export type Permission = Omit<contract.PermissionView, 'kind' | 'endedBecause'> & { kind: PurchaseKind; endedBecause: PermissionEnd | null }
export type PermissionBoard = Omit<contract.PermissionBoardView, 'kinds'> & { kinds: { kind: PurchaseKind; permission: Permission | null; last: Permission | null }[] }
export type OwnPermission = Omit<contract.OwnPermissionView, 'kind'> & { kind: PurchaseKind }
export type Plan = PlanWords & { currency: string; unitPrice: string | null }
export type PermittedOffer = { catalogItemId: string; title: string; minQuantity: number; maxQuantity: number; plans: Plan[] }
export type PurchasePreview = contract.PurchasePreviewView

export const purchasesKey = ['own-purchases'] as const
export const permissionsKey = ['purchase-permissions'] as const

/** Both sides write to these: nothing is taken from memory alone. */
export const boardQuery = (customerId: string) =>
  queryOptions({ queryKey: [...permissionsKey, customerId], queryFn: ({ signal }) => api.get<PermissionBoard>(`/customers/${customerId}/purchase-permissions`, { signal }), staleTime: 0 })

export const ownPermissionsQuery = queryOptions({ queryKey: [...permissionsKey, 'own'], queryFn: ({ signal }) => api.get<{ items: OwnPermission[] }>('/purchase-permissions', { signal }), staleTime: 0 })

export const permittedOffersQuery = (permissionId: string) =>
  queryOptions({ queryKey: [...permissionsKey, 'offers', permissionId], queryFn: ({ signal }) => api.get<{ items: PermittedOffer[]; isCut: boolean }>(`/purchase-permissions/${permissionId}/offers`, { signal }) })

/** Of a customer as its partner reads them, or of one's own organization. */
export const purchasesQuery = (customerId: string | null, query: Query) =>
  queryOptions({
    queryKey: [...purchasesKey, customerId, query],
    queryFn: ({ signal }) => api.get<Page<OwnPurchase>>(customerId === null ? '/own-purchases' : `/customers/${customerId}/own-purchases`, { query, signal }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  })

export const ownPurchaseQuery = (purchaseId: string) =>
  queryOptions({ queryKey: [...purchasesKey, 'one', purchaseId], queryFn: ({ signal }) => api.getVersioned<OwnPurchase>(`/own-purchases/${purchaseId}`, { signal }), staleTime: 0 })

export const previewQuery = (line: object, isAsked: boolean) =>
  queryOptions({
    queryKey: [...permissionsKey, 'preview', line],
    queryFn: ({ signal }) => api.post<PurchasePreview>('/own-purchase-preview', { body: line, signal }),
    enabled: isAsked,
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
