import { ApiProblem } from '../api/problem.ts'
import type { Texts } from '../language/translate.ts'

/** Refusals that speak of one field without pointing at it. */
const fieldOfCode: Readonly<Record<string, string>> = { weakPassword: 'password', wrongCode: 'code', invalidMailAddress: 'mail' }

/** `/mail` and `/admin/mail` both belong to the field `mail`, and so does `admin.mail`. */
export function fieldErrors<Name extends string>(
  error: unknown,
  names: readonly Name[],
  { t, has }: Pick<Texts, 't' | 'has'>,
): Partial<Record<Name, string>> {
  if (!(error instanceof ApiProblem)) return {}
  const whole = error.detail ?? error.title
  const named = [error.details.field, fieldOfCode[error.code]].filter((name) => typeof name === 'string')
  const found = [
    ...named.map((name) => [String(name).split('.').at(-1) ?? '', whole] as const),
    ...error.pointers.map(({ pointer, rule, detail }) => {
      const key = `form.rule.${rule ?? ''}`
      return [pointer.split('/').at(-1) ?? '', detail ?? (has(key) ? t(key as 'form.required') : whole)] as const
    }),
  ]
  return Object.fromEntries(found.filter(([name]) => names.includes(name as Name))) as Partial<Record<Name, string>>
}
