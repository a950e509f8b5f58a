import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { describeProblem } from '../../api/describe-problem.ts'
import { useCan } from '../../api/session.ts'
import { FileExportProgress } from '../../export/FileExportProgress.tsx'
import { useText } from '../../language/LanguageProvider.tsx'
import { DateText } from '../../ui/DateText.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { LoadingState } from '../../ui/LoadingState.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { QuietText, Stack } from '../../ui/Stack.tsx'
import { ErasePersonDialog } from './ErasePersonDialog.tsx'
import { type FormerPerson, formerPeopleQuery } from '../settings/people-api.ts'
import { usePeopleSide } from '../settings/people-side.tsx'
import { RestorePersonDrawer } from '../settings/RestorePersonDrawer.tsx'
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
  who: { display: 'grid', rowGap: '2px', minWidth: 0 },
  under: { overflowWrap: 'anywhere', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  acts: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
})

/** Those who were deleted: for 30 days they can come back, and their name stays until it is erased. */
export function FormerPeople() {
  const texts = useText()
  const { t } = texts
  const styles = useStyles()
  const can = useCan()
  const side = usePeopleSide()
  const page = useInfiniteQuery(formerPeopleQuery(side))
  const mayErase = side.isOwn && can('person.erase')
  const { state: file, take } = useTakePersonalData()
  const [restored, setRestored] = useState<FormerPerson | null>(null)
  const [erased, setErased] = useState<FormerPerson | null>(null)
  const people = page.data?.pages.flatMap(({ items }) => items)
  return (
    <Panel title={t(side.kinds.isCustomer && !side.kinds.isPartner ? 'users.deletedTitle' : 'personalData.former')}>
      <Stack>
        <QuietText>{t(people?.length === 0 ? 'users.nobodyDeleted' : 'users.deletedIntro')}</QuietText>
        <FileExportProgress state={file} onCancel={file.cancel} />
        {people === undefined && (page.error ? <ErrorState problem={describeProblem(page.error, texts)} onRetry={() => void page.refetch()} /> : <LoadingState lines={2} />)}
        {people && people.length > 0 && (
          <ul className={styles.list}>
            {people.map((person) => (
              <li key={person.id} className={styles.row}>
                <span className={styles.who}>
                  <bdi className={styles.name}>{person.displayName}</bdi>
                  <span className={styles.under}>{person.userPrincipalName}</span>
                  <span className={styles.under}>{person.restorableUntil === null ? t('users.notRestorable') : <RestorableUntil at={person.restorableUntil} />}</span>
                </span>
                <span className={styles.acts}>
                  {person.can.includes('restore') && (
                    <Button size="small" aria-label={t('users.restoreWhom', { name: person.displayName })} onClick={() => setRestored(person)}>
                      {t('users.restore')}
                    </Button>
                  )}
                  {mayErase && (
                    <>
                      <Button size="small" aria-label={t('personalData.takeOf', { name: person.displayName })} onClick={() => take(`/people/${person.id}/personal-data`, {})}>
                        {t('personalData.take')}
                      </Button>
                      <Button size="small" aria-label={t('personalData.eraseOf', { name: person.displayName })} onClick={() => setErased(person)}>
                        {t('personalData.erase')}
                      </Button>
                    </>
                  )}
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
      {restored && <RestorePersonDrawer person={restored} onClose={() => setRestored(null)} />}
      {erased && <ErasePersonDialog person={erased} onClose={() => setErased(null)} />}
    </Panel>
  )
}

function RestorableUntil({ at }: { at: string }) {
  const { t } = useText()
  return (
    <>
      {t('users.restorableUntil')} <DateText at={at} as="deadline" />
    </>
  )
}
