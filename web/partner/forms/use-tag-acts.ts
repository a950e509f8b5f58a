import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../shared/api/api.ts'
import type { Versioned } from '../../shared/api/client.ts'
import { isProblem } from '../../shared/api/problem.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { useAnnounce } from '../../shared/ui/announce.tsx'
import { type Customer, customerKey, customersKey } from '../parts/customer-api.ts'

export type TagActs = {
  add: (tags: readonly string[]) => void
  remove: (tag: string) => void
  error: unknown
  isBusy: boolean
}

/** Adds and removes tags one act at a time, each upon the version that was read last. */
export function useTagActs(customerId: string, account: Versioned<Customer> | undefined): TagActs {
  const { t } = useText()
  const announce = useAnnounce()
  const queryClient = useQueryClient()
  const save = useAct({
    send: (tags: readonly string[]) => api.patch<Customer>(`/customers/${customerId}`, { body: { tags }, ifMatch: account!.etag }),
    changes: [customerKey(customerId), customersKey],
    onDone: ({ tags }) => announce(`${t('customers.tags')}: ${tags.join(', ') || t('customers.noTags')}`),
  })
  const send = (tags: readonly string[]) =>
    save.mutate(tags, {
      // Somebody else changed the account meanwhile: what stands there now is read and shown, and the act is the person's again.
      onError: (error) => isProblem(error, 'changedMeanwhile') && void queryClient.invalidateQueries({ queryKey: customerKey(customerId) }),
    })
  const present = account?.value.tags ?? []
  return {
    add: (tags) => send([...present, ...tags]),
    remove: (tag) => send(present.filter((one) => one !== tag)),
    error: save.error,
    isBusy: save.isPending,
  }
}
