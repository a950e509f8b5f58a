import { useNavigate, useSearch } from '@tanstack/react-router'

export const mostChosen = 5

/** Whom the reader chose to write to: kept in the address, so that it survives a reload and another page of the list. */
export function useChosenPartners(): { chosen: readonly string[]; toggle: (id: string) => void } {
  const values = useSearch({ strict: false }) as Readonly<Record<string, string | undefined>>
  const navigate = useNavigate()
  const chosen = chosenIn(values.to)
  const toggle = (id: string) => {
    const next = chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]
    void navigate({ to: '.', search: { ...values, to: next.join() || undefined } as never, replace: true, resetScroll: false })
  }
  return { chosen, toggle }
}

export function chosenIn(text: string | undefined): readonly string[] {
  return (text ?? '').split(',').filter((id) => /^[0-9a-f-]{36}$/i.test(id)).slice(0, mostChosen)
}
