import { Button, Checkbox, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { Query } from '../../api/client.ts'
import { useText } from '../../language/LanguageProvider.tsx'
import type { Column } from '../../table/columns.ts'
import { usePeopleSide } from '../settings/people-side.tsx'
import type { PersonRow } from '../settings/people-api.ts'
import { BulkLicensesDrawer } from './BulkLicensesDrawer.tsx'
import type { PeopleChoice } from './license-api.ts'

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', gap: '8px 12px', alignItems: 'center', padding: '0 20px 12px', color: tokens.colorNeutralForeground2 },
})

/** Who is picked of a list that has many pages, and the column in which they are. */
export function usePicked() {
  const { t } = useText()
  const { may } = usePeopleSide()
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const pick = (id: string, isPicked: boolean) => setPicked((before) => (isPicked ? new Set([...before, id]) : new Set([...before].filter((one) => one !== id))))
  const column: Column<PersonRow> = {
    id: 'picked',
    header: t('licenses.pick'),
    width: '1%',
    cell: ({ id, displayName }) => <Checkbox aria-label={t('licenses.pickWhom', { name: displayName })} checked={picked.has(id)} onChange={(_event, { checked }) => pick(id, checked === true)} />,
  }
  return { picked, clear: () => setPicked(new Set()), columns: may.assignLicenses ? [column] : [] }
}

/** What can be done with those who are picked, or with everybody whom the list shows. */
export function PickedBar({ picked, onClear, shown }: { picked: ReadonlySet<string>; onClear: () => void; shown: Query }) {
  const { t } = useText()
  const styles = useStyles()
  const { may } = usePeopleSide()
  const [people, setPeople] = useState<PeopleChoice | null>(null)
  if (!may.assignLicenses) return null
  const close = () => {
    setPeople(null)
    onClear()
  }
  return (
    <div className={styles.bar} role="group" aria-label={t('licenses.many')}>
      {picked.size > 0 ? (
        <>
          <span role="status">{t('licenses.picked', { count: picked.size })}</span>
          <Button size="small" onClick={() => setPeople({ ids: [...picked] })}>
            {t('licenses.ofPicked')}
          </Button>
          <Button size="small" appearance="subtle" onClick={onClear}>
            {t('licenses.clear')}
          </Button>
        </>
      ) : (
        <Button size="small" onClick={() => setPeople({ filter: filterOf(shown) })}>
          {t('licenses.ofShown')}
        </Button>
      )}
      {people && <BulkLicensesDrawer people={people} {...('ids' in people && { count: people.ids.length })} onClose={close} />}
    </div>
  )
}

/** What narrows the list, without the page and without the order. */
function filterOf({ cursor: _page, size: _size, sort: _order, ...narrowing }: Query): Query {
  return Object.fromEntries(Object.entries(narrowing).filter(([, value]) => value !== undefined && value !== null && value !== ''))
}
