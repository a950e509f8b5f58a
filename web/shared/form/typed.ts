import { type Dispatch, type SetStateAction, useEffect, useState } from 'react'

/**
 * What was typed into the forms of a page that the browser leaves to prove at the organization's provider who acts. It is
 * packed before leaving, in this tab alone, and unpacked only where the same person came back.
 */
const keptAs = 'vinculo.typed'

type Texts = Readonly<Record<string, string>>

/** Never written anywhere. */
const secret = /password|secret|code|token/i

const open = new Map<string, Texts>()
let back: { readonly path: string; readonly forms: Readonly<Record<string, Texts>> } | null = null

/** State of texts that survives the way to the provider and back. `form` names the form among those of its page. */
export function useTyped<Values extends Texts>(form: string, initial: Values): [Values, Dispatch<SetStateAction<Values>>] {
  const [values, setValues] = useState<Values>(() => ({ ...initial, ...returned(form, initial) }))
  useEffect(() => {
    open.set(form, values)
    return () => void open.delete(form)
  }, [form, values])
  useEffect(() => forget(form), [form])
  return [values, setValues]
}

export function packTyped(): void {
  const forms = Object.fromEntries([...open].map(([form, values]) => [form, Object.fromEntries(Object.entries(values).filter(([name]) => !secret.test(name)))]))
  sessionStorage.setItem(keptAs, JSON.stringify({ path: location.pathname, forms }))
}

/** From here on it is in memory: whoever loads the page anew finds what the server has. */
export function unpackTyped(): void {
  const kept = sessionStorage.getItem(keptAs)
  dropTyped()
  back = kept === null ? null : (JSON.parse(kept) as typeof back)
}

export function dropTyped(): void {
  sessionStorage.removeItem(keptAs)
}

/** Only members that the form still has. */
function returned(form: string, initial: Texts): Texts {
  const kept = back?.path === location.pathname ? back.forms[form] : undefined
  return kept ? Object.fromEntries(Object.entries(kept).filter(([name]) => name in initial)) : {}
}

/** Once: a form that is closed and opened again begins anew. */
function forget(form: string): void {
  if (!back || back.path !== location.pathname) return
  const { [form]: _taken, ...forms } = back.forms
  back = { ...back, forms }
}
