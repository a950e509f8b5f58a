import { QueryClient } from '@tanstack/react-query'
import { isPassing } from './problem.ts'

/** Reads are repeated only where repeating may help; a 4xx is an answer. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (failures, error) => failures < 2 && isPassing(error),
        retryDelay: (failures) => 400 * 2 ** failures,
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}

/** Reads again what is on the page, except what was asked for once and for all, such as an exchanged secret. */
export function readAgain(queryClient: QueryClient): Promise<void> {
  return queryClient.invalidateQueries({
    predicate: ({ observers }) => !observers.some(({ options }) => options.staleTime === Number.POSITIVE_INFINITY),
  })
}
