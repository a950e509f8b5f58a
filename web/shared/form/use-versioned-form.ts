import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import { isProblem } from '../api/problem.ts'
import { useAct } from '../api/use-act.ts'
import { useText } from '../language/LanguageProvider.tsx'
import { useForm, type FormOptions, type FormState } from './use-form.ts'

type Values<Name extends string> = Record<Name, string>

export type VersionedFormOptions<Name extends string> = Pick<FormOptions<Name>, 'labels' | 'required' | 'check'> & {
  /** What stands there now, with its version; both move when somebody else saves. */
  current: Values<Name>
  etag: string
  /** Only what this person changed. */
  send: (changed: Partial<Values<Name>>, ifMatch: string) => Promise<unknown>
  /** Query keys of what looks different afterwards; the first is read anew after a conflict. */
  changes: readonly (readonly unknown[])[]
  onSaved: () => void
  /** How a value reads, where it is a code: a language, a time zone. */
  shown?: (name: Name, value: string) => string
}

/** What the person saw when starting, what stands there now, and what the person wrote. */
export type EditConflict<Name extends string> = {
  names: readonly Name[]
  labels: Values<Name>
  before: Values<Name>
  theirs: Values<Name>
  mine: Values<Name>
  shown: (name: Name, value: string) => string
  takeTheirs: () => void
  keepMine: () => void
}

export type VersionedForm<Name extends string> = {
  form: FormState<Name>
  act: { isPending: boolean; error: unknown }
  submit: () => void
  conflict: EditConflict<Name> | null
  /** Why it cannot be sent now. */
  blockedBecause: string | undefined
}

/** A form over something that others may change too. Nobody's change is overwritten unseen. */
export function useVersionedForm<Name extends string>(options: VersionedFormOptions<Name>): VersionedForm<Name> {
  const { current, etag, labels, changes, send, onSaved, shown = (_name, value) => value } = options
  const { t } = useText()
  const queryClient = useQueryClient()
  const names = Object.keys(current) as Name[]
  const [seen, setSeen] = useState({ values: current, etag })
  const form = useForm({ ...options, initial: seen.values })

  const save = useAct({
    send: ({ values, ifMatch }: { values: Partial<Values<Name>>; ifMatch: string }) => send(values, ifMatch),
    changes,
    onDone: onSaved,
  })
  const isConflict = isProblem(save.error, 'changedMeanwhile')
  const readAnew = useEffectEvent(() => changes[0] && void queryClient.invalidateQueries({ queryKey: changes[0] }))
  useEffect(() => {
    if (isConflict) readAnew()
  }, [isConflict])

  const store = (values: Values<Name>, before: Values<Name>, ifMatch: string): void => {
    const own = changedOnly(names, values, before)
    if (Object.keys(own).length === 0) return onSaved()
    save.mutate({ values: own, ifMatch })
  }
  const takeTheirs = (): void => {
    form.reset(current)
    setSeen({ values: current, etag })
    save.reset()
  }
  const keepMine = (): void => {
    const merged = { ...current, ...changedOnly(names, form.values, seen.values) }
    form.reset(merged)
    setSeen({ values: current, etag })
    store(merged, current, etag)
  }

  const isKnown = isConflict && etag !== seen.etag
  return {
    form,
    // A conflict is shown by itself, with what to do about it; the bare refusal beside it would say the same twice.
    act: { isPending: save.isPending, error: isKnown ? null : save.error },
    submit: () => store(form.values, seen.values, seen.etag),
    conflict: isKnown ? { names, labels, before: seen.values, theirs: current, mine: form.values, shown, takeTheirs, keepMine } : null,
    blockedBecause: isConflict ? t('settings.conflictFirst') : undefined,
  }
}

function changedOnly<Name extends string>(names: readonly Name[], values: Values<Name>, before: Values<Name>): Partial<Values<Name>> {
  const own = names.filter((name) => values[name] !== before[name]).map((name) => [name, values[name]] as const)
  return Object.fromEntries(own) as Partial<Values<Name>>
}
