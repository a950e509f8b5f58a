import { Combobox, makeStyles, Option } from '@fluentui/react-components'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { useText } from '../../language/LanguageProvider.tsx'
import type { Counterpart, Counterparts } from './counterparts.ts'

const useStyles = makeStyles({ box: { flex: '1 1 220px', minWidth: 'min(200px, 100%)', maxWidth: '320px' }, input: { minWidth: 0, width: '100%' }, list: { maxHeight: '320px', zIndex: 10 } })

type CounterpartFilterProps = { counterparts: Counterparts; chosen: string; onChoose: (id: string) => void }

/** Looks the other side up while one types; a partner may have a million of them. */
export function CounterpartFilter({ counterparts, chosen, onChoose }: CounterpartFilterProps) {
  const styles = useStyles()
  const { t } = useText()
  const [typed, setTyped] = useState<string | null>(null)
  const search = useDeferredValue((typed ?? '').trim())
  const found = useQuery({
    queryKey: ['counterparts', search],
    queryFn: ({ signal }) => counterparts.find(search, signal),
    enabled: typed !== null,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  })
  const name = useChosenName(counterparts, chosen, found.data)
  const choose = (id: string) => {
    setTyped(null)
    onChoose(id)
  }
  return (
    <div className={styles.box}>
      <Combobox
        className={styles.input}
        listbox={{ className: styles.list }}
        aria-label={counterparts.label}
        placeholder={counterparts.allLabel}
        clearable
        // Within the main region, where everything on the page belongs.
        mountNode={document.getElementById('main')}
        freeform
        open={typed !== null}
        value={typed ?? name}
        selectedOptions={chosen ? [chosen] : []}
        onOpenChange={(_, { open }) => setTyped(open ? '' : null)}
        onChange={(event) => setTyped(event.target.value)}
        onOptionSelect={(_, { optionValue }) => choose(optionValue ?? '')}
      >
        {(found.data ?? []).map((one) => (
          <Option key={one.id} value={one.id} text={one.name}>
            {one.name}
          </Option>
        ))}
        {found.data?.length === 0 && (
          <Option disabled value="" text="">
            {t('table.nothingFound')}
          </Option>
        )}
      </Combobox>
    </div>
  )
}

/** An address may name a counterpart that nobody has chosen here. */
function useChosenName(counterparts: Counterparts, id: string, found: readonly Counterpart[] | undefined): string {
  const { t } = useText()
  const known = found?.find((one) => one.id === id)?.name
  const named = useQuery({
    queryKey: ['counterparts', 'name', id],
    queryFn: ({ signal }) => counterparts.nameOf(id, signal),
    enabled: id !== '' && known === undefined,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (id === '') return ''
  return known ?? named.data ?? (named.isError ? t('activity.chosenOne') : '')
}
