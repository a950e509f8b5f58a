import { type TSchema, Type } from 'typebox'
import { usualPageSize } from '../../application/page.ts'
import type { UseCase } from '../../application/use-case.ts'
import { canonicalId } from '../../domain/ids.ts'
import { Id, IdParams, strict } from '../schemas.ts'

/** Whose people an address is about. The same acts stand below both, so that neither portal can do what the other cannot. */
export interface Side {
  readonly tag: string
  readonly whose: string
  /** in front of `/people` */
  readonly base: string
  readonly person: string
  readonly isOwn: boolean
}

const own: Side = { tag: 'People', whose: 'one’s own organization', base: '', person: ':id', isOwn: true }
const customers: Side = { tag: 'On behalf of a customer', whose: 'a customer under admin privileges', base: '/customers/:id', person: ':personId', isOwn: false }

export interface Params {
  id: string
  personId?: string
}

export const peopleSides: readonly Side[] = [own, customers]

/** The customer, where there is one; the person's own use case takes no customer. */
export const whose = ({ isOwn }: Side, { id }: Params) => (isOwn ? {} : { customerId: canonicalId(id)! })
export const whom = (side: Side, params: Params) => ({ ...whose(side, params), id: canonicalId(side.isOwn ? params.id : params.personId!)! })
export const allParams = ({ isOwn }: Side): TSchema | undefined => (isOwn ? undefined : IdParams)
export const personParams = ({ isOwn }: Side): TSchema => (isOwn ? IdParams : Type.Object({ id: Id, personId: Id }, strict))
export const pageOf = ({ size, cursor }: { size?: string; cursor?: string }) => ({ size: Number(size ?? usualPageSize), cursor })
// The use cases of both sides take the same words beside the customer.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export const either = <Output>({ isOwn }: Side, ofOwn: UseCase<any, Output>, ofCustomers: UseCase<any, Output>): UseCase<any, Output> => (isOwn ? ofOwn : ofCustomers)
