import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query'
import { useState } from 'react'
import { createIntent } from './intent.ts'
import { isPassing } from './problem.ts'

export type Act<Input, Output> = {
  /** Sends the act; the key goes into `idempotencyKey` of the call. */
  send: (input: Input, idempotencyKey: string) => Promise<Output>
  /** The lists and things that look different afterwards, by the first parts of their query keys. */
  changes?: readonly (readonly unknown[])[]
  onDone?: (output: Output, input: Input) => void
}

/** One act of a person: repeated twice by itself where no answer came, always under the same idempotency key. */
export function useAct<Input = void, Output = void>(act: Act<Input, Output>): UseMutationResult<Output, Error, Input> {
  const queryClient = useQueryClient()
  const [intent] = useState(() => createIntent())

  return useMutation<Output, Error, Input>({
    mutationFn: (input) => act.send(input, intent.keyFor(input)),
    retry: (failures, error) => failures < 2 && isPassing(error),
    retryDelay: (failures) => 500 * 2 ** failures,
    onSettled: (_output, error) => intent.settled(error),
    onSuccess: async (output, input) => {
      await Promise.all((act.changes ?? []).map((queryKey) => queryClient.invalidateQueries({ queryKey })))
      act.onDone?.(output, input)
    },
  })
}
