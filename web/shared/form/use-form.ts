import { useId, useState } from 'react'
import { useText } from '../language/LanguageProvider.tsx'
import type { FieldError } from '../ui/ErrorSummary.tsx'
import type { FieldBinding } from '../ui/FormField.tsx'
import { useTyped } from './typed.ts'
import { fieldErrors } from './field-errors.ts'

type Texts<Name extends string> = Record<Name, string>

export type FormOptions<Name extends string> = {
  initial: Texts<Name>
  /** The label of every field, for the summary of errors. */
  labels: Texts<NoInfer<Name>>
  required?: readonly NoInfer<Name>[]
  /** Further rules; the server has the last word on all of them. */
  check?: (values: Texts<Name>) => Partial<Texts<NoInfer<Name>>>
}

export type FormState<Name extends string> = {
  values: Texts<Name>
  field: (name: Name) => FieldBinding
  set: (name: Name, value: string) => void
  reset: (values?: Texts<Name>) => void
  /** True when the form may be sent; otherwise the errors appear. */
  isReady: () => boolean
  /** Takes what the server refused field by field. `Form` calls it. */
  refuse: (error: unknown) => void
  errors: readonly FieldError[]
  attempt: number
}

/** State of a form of texts: values, errors after the first attempt, and the server's own errors by field. */
export function useForm<Name extends string>(options: FormOptions<Name>): FormState<Name> {
  const texts = useText()
  const { t } = texts
  const prefix = useId()
  const [values, setValues] = useTyped<Texts<Name>>(Object.keys(options.initial).join(), options.initial)
  const [attempt, setAttempt] = useState(0)
  const [refused, setRefused] = useState<Partial<Texts<Name>>>({})
  const names = Object.keys(options.initial) as Name[]

  const check = (): Partial<Texts<Name>> => {
    const missing = (options.required ?? []).filter((name) => values[name].trim() === '')
    const empty = Object.fromEntries(missing.map((name) => [name, t('form.required')])) as Partial<Texts<Name>>
    return { ...options.check?.(values), ...empty }
  }

  const shown: Partial<Texts<Name>> = attempt > 0 ? { ...check(), ...refused } : refused
  const idOf = (name: Name): string => `${prefix}${name}`

  const set = (name: Name, value: string): void => {
    setValues((before) => ({ ...before, [name]: value }))
    setRefused(({ [name]: _gone, ...rest }) => rest as Partial<Texts<Name>>)
  }

  return {
    values,
    set,
    reset(next = options.initial) {
      setValues(next)
      setAttempt(0)
      setRefused({})
    },
    field: (name) => ({
      id: idOf(name),
      name,
      value: values[name],
      onChange: (value) => set(name, value),
      error: shown[name],
      isRequired: options.required?.includes(name) ?? false,
    }),
    isReady() {
      setAttempt((count) => count + 1)
      setRefused({})
      return Object.values(check()).every((error) => error === undefined)
    },
    refuse: (error) => setRefused(fieldErrors(error, names, texts)),
    errors: names.flatMap((name) => {
      const error = shown[name]
      return error === undefined ? [] : { fieldId: idOf(name), label: options.labels[name], error }
    }),
    attempt,
  }
}
