import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type * as contract from '../../../src/http/portal/extensions.ts'
import { api } from '../../shared/api/api.ts'

export type ExtensionPreview = contract.ExtensionPreview

/** What lending would change; with a provider, what that one's standing says, too. */
export const extensionPreviewQuery = (customerId: string, providerId: string) =>
  queryOptions({
    queryKey: ['extension-preview', customerId, providerId],
    queryFn: ({ signal }) => api.get<ExtensionPreview>(`/customers/${customerId}/extension`, { query: providerId === '' ? {} : { providerId }, signal }),
    placeholderData: keepPreviousData,
  })
