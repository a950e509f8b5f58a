import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { AgreementVersionRow, InstallationStatus } from '../../../src/http/portal/operator.ts'
import type { OperatorMail, OperatorMailSender, OperatorMailText } from '../../../src/http/portal/operator-mails.ts'
import type { OperatorCloud } from '../../../src/http/portal/operator-clouds.ts'
import type { ClosurePreview } from '../../../src/http/portal/operator-customers.ts'
import type { AgreementDraftView } from '../../../src/http/portal/agreement-drafts.ts'
import type { AddedMailBlocks, MailBlockList, MailBlockRow } from '../../../src/http/portal/operator-mail-blocks.ts'
import type { OperatorHealth } from '../../../src/http/portal/operator-health.ts'
import type { OperatorEnrolment, PartnerAgreementRow } from '../../../src/http/portal/operator-enrolment.ts'
import type { OperatorPartner, OperatorTenant } from '../../../src/http/portal/operator-partners.ts'
import { api } from '../../shared/api/api.ts'
import type { Query } from '../../shared/api/client.ts'
import type { Page } from '../../shared/api/types.ts'

export type { AddedMailBlocks, MailBlockRow, OperatorHealth, AgreementDraftView, PartnerAgreementRow, OperatorEnrolment, AgreementVersionRow, InstallationStatus, OperatorMail, OperatorMailSender, OperatorMailText, OperatorCloud, OperatorPartner, OperatorTenant }

export const operatorKey = ['operator'] as const
export const partnersKey = ['operator', 'partners'] as const
export const tenantsKey = ['operator', 'tenants'] as const
export const agreementVersionsKey = ['operator', 'agreement-versions'] as const
export const statusKey = ['operator', 'status'] as const
export const mailsKey = ['operator', 'mails'] as const

export const partnersQuery = (query: Query) =>
  queryOptions({
    queryKey: [...partnersKey, query],
    queryFn: ({ signal }) => api.get<Page<OperatorPartner>>('/operator/partners', { query, signal }),
    placeholderData: keepPreviousData,
  })

export const enrolmentQuery = (partnerId: string) =>
  queryOptions({ queryKey: [...partnersKey, 'one', partnerId], queryFn: ({ signal }) => api.get<OperatorEnrolment>(`/operator/partners/${partnerId}`, { signal }) })

export const tenantsQuery = (query: Query) =>
  queryOptions({
    queryKey: [...tenantsKey, query],
    queryFn: ({ signal }) => api.get<Page<OperatorTenant>>('/operator/tenants', { query, signal }),
    placeholderData: keepPreviousData,
  })

export const closureQuery = (tenantId: string) =>
  queryOptions({ queryKey: [...tenantsKey, 'closure', tenantId], queryFn: ({ signal }) => api.get<ClosurePreview>(`/operator/customers/${tenantId}/closure`, { signal }), staleTime: 0 })

export const agreementVersionsQuery = queryOptions({
  queryKey: agreementVersionsKey,
  queryFn: async ({ signal }): Promise<Page<AgreementVersionRow>> => {
    const { items } = await api.get<{ items: readonly AgreementVersionRow[] }>('/operator/agreement-versions', { signal })
    return { items, next: null, previous: null }
  },
})

const draftsKey = ['operator', 'agreement-drafts'] as const

export const draftsQuery = queryOptions({
  queryKey: draftsKey,
  queryFn: ({ signal }) => api.get<{ items: readonly AgreementDraftView[] }>('/operator/agreement-drafts', { signal }),
})

export const draftQuery = (draftId: string) =>
  queryOptions({ queryKey: [...draftsKey, draftId], queryFn: ({ signal }) => api.get<AgreementDraftView>(`/operator/agreement-drafts/${draftId}`, { signal }), staleTime: 0 })

export const partnerAgreementsQuery = queryOptions({
  queryKey: ['operator', 'partner-agreements'],
  queryFn: ({ signal }) => api.get<{ items: readonly PartnerAgreementRow[] }>('/operator/partner-agreements', { signal }),
})

export const healthQuery = queryOptions({ queryKey: ['operator', 'health'], queryFn: ({ signal }) => api.get<OperatorHealth>('/operator/health', { signal }), staleTime: 0 })

export const statusQuery = queryOptions({ queryKey: statusKey, queryFn: ({ signal }) => api.get<InstallationStatus>('/operator/status', { signal }) })

export const cloudsQuery = queryOptions({
  queryKey: ['operator', 'clouds'],
  queryFn: ({ signal }) => api.get<{ items: readonly OperatorCloud[] }>('/operator/clouds', { signal }),
  staleTime: 60_000,
})

export const mailsQuery = (query: Query) =>
  queryOptions({
    queryKey: [...mailsKey, 'list', query],
    queryFn: ({ signal }) => api.get<Page<OperatorMail>>('/operator/mails', { query, signal }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  })

export const mailQuery = (mailId: string) =>
  queryOptions({ queryKey: [...mailsKey, 'one', mailId], queryFn: ({ signal }) => api.get<OperatorMailText>(`/operator/mails/${mailId}`, { signal }), staleTime: 0 })

export const mailBlocksKey = ['operator', 'mail-blocks'] as const

export const mailBlocksQuery = (query: Query) =>
  queryOptions({
    queryKey: [...mailBlocksKey, query],
    queryFn: ({ signal }) => api.get<MailBlockList>('/operator/mail-blocks', { query, signal }),
    placeholderData: keepPreviousData,
  })

export const mailSenderKey = ['operator', 'mail-sender'] as const

export const mailSenderQuery = queryOptions({ queryKey: mailSenderKey, queryFn: ({ signal }) => api.get<OperatorMailSender>('/operator/mail-sender', { signal }) })
