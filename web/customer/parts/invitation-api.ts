import { queryOptions } from '@tanstack/react-query'
import type { AcceptedInvitationView, InvitationView } from '../../../src/http/portal/invitation-schemas.ts'
import { api } from '../../shared/api/api.ts'
import { claimsOf, type InvitationLink } from './invitation-link.ts'

export type { InvitationView }
export type Acceptance = AcceptedInvitationView
export type AskingPartner = InvitationView['partners'][number]
export type OfferedAgreement = NonNullable<InvitationView['agreement']>

export const invitationKey = ['invitation'] as const

/**
 * Opening is an act of the page, since a mere look at the link must change nothing (decision 4); it is asked once for
 * each reader and language, not again and again.
 */
export const invitationQuery = (link: InvitationLink, reader: { personId: string | null; language: string; agreementLanguage?: string | undefined }) =>
  queryOptions({
    queryKey: [...invitationKey, link.secret, reader],
    queryFn: ({ signal }) =>
      api.post<InvitationView>('/invitations/opening', {
        body: { secret: link.secret, claims: claimsOf(link), ...(reader.agreementLanguage && { agreementLanguage: reader.agreementLanguage }) },
        signal,
        whenSignedOut: 'throw',
      }),
    staleTime: Number.POSITIVE_INFINITY,
    // Whoever comes back to the page meets what holds then, not what was answered in the meantime.
    gcTime: 0,
    refetchOnReconnect: false,
  })
