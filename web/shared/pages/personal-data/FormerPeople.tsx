import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { describeProblem } from '../../api/describe-problem.ts'
import { useCan } from '../../api/session.ts'
import { FileExportProgress } from '../../export/FileExportProgress.tsx'
import { useText } from '../../language/LanguageProvider.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { LoadingState } from '../../ui/LoadingState.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { QuietText, Stack } from '../../ui/Stack.tsx'
import { ErasePersonDialog } from './ErasePersonDialog.tsx'
import { type FormerPerson, formerPeopleQuery } from './erasure-api.ts'
import { useTakePersonalData } from './use-take-personal-data.ts'

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '8px 16px',
    padding: '10px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: { overflowWrap: 'anywhere', fontWeight: tokens.fontWeightSemibold },
  acts: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
})

/** Those who were removed: their name stays in the history until somebody erases it. */
export function FormerPeople() {
  const can = useCan()
  return can('person.erase') ? <Everybody /> : null
}

function Everybody() {
  const texts = useText()
  const { t } = texts
  const styles = useStyles()
  const page = useInfiniteQuery(formerPeopleQuery)
  const { state: file, take } = useTakePersonalData()
  const [erased, setErased] = useState<FormerPerson | null>(null)
  const people = page.data?.pages.flatMap(({ items }) => items)
  return (
    <Panel title={t('personalData.former')}>
      <Stack>
        <QuietText>{t(people?.length === 0 ? 'personalData.nobodyLeft' : 'personalData.formerIntro')}</QuietText>
        <FileExportProgress state={file} onCancel={file.cancel} />
        {people === undefined && (page.error ? <ErrorState problem={describeProblem(page.error, texts)} onRetry={() => void page.refetch()} /> : <LoadingState lines={2} />)}
        {people && people.length > 0 && (
          <ul className={styles.list}>
            {people.map((person) => (
              <li key={person.id} className={styles.row}>
                <bdi className={styles.name}>{person.displayName}</bdi>
                <span className={styles.acts}>
                  <Button size="small" aria-label={t('personalData.takeOf', { name: person.displayName })} onClick={() => take(`/people/${person.id}/personal-data`, {})}>
                    {t('personalData.take')}
                  </Button>
                  <Button size="small" aria-label={t('personalData.eraseOf', { name: person.displayName })} onClick={() => setErased(person)}>
                    {t('personalData.erase')}
                  </Button>
                </span>
              </li>
            ))}
          </ul>
        )}
        {page.hasNextPage && (
          <div>
            <Button size="small" disabledFocusable={page.isFetchingNextPage} onClick={() => void page.fetchNextPage()}>
              {t('personalData.more')}
            </Button>
          </div>
        )}
      </Stack>
      {erased && <ErasePersonDialog person={erased} onClose={() => setErased(null)} />}
    </Panel>
  )
}
