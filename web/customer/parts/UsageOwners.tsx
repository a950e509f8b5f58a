import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { Acts, Stack } from '../../shared/ui/Stack.tsx'
import { StatusBadge } from '../../shared/ui/StatusBadge.tsx'
import type { OwnUsage, UsageOwner } from './usage-api.ts'

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', rowGap: '12px' },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between', gap: '6px 16px' },
  who: { minWidth: 0, overflowWrap: 'anywhere', lineHeight: tokens.lineHeightBase300 },
  name: { fontWeight: tokens.fontWeightSemibold, marginInlineEnd: '8px' },
  ended: { color: tokens.colorNeutralForeground3 },
  quiet: { display: 'block', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
})

type UsageOwnersProps = { usage: OwnUsage; onEnd?: (owner: UsageOwner) => void; onGive?: () => void }

/** Every assignment, the ended too; a partner's group is shown as the foreign principal that it is. */
export function UsageOwners({ usage, onEnd, onGive }: UsageOwnersProps) {
  const { t } = useText()
  const styles = useStyles()
  return (
    <Stack>
      <ul className={styles.list} aria-label={t('usage.owners', { name: usage.name })}>
        {usage.owners.map((owner) => {
          const name = owner.name ?? t('usage.unknownName')
          return (
            <li key={owner.ownerId} className={styles.line}>
              <div className={styles.who}>
                <span className={owner.endedAt === null ? styles.name : styles.ended}>{name}</span>
                <StatusBadge tone={owner.endedAt !== null ? 'ended' : owner.kind === 'foreignGroup' ? 'accent' : 'neutral'}>{t(`usage.${owner.kind}`)}</StatusBadge>
                <History owner={owner} />
              </div>
              {owner.endedAt === null && onEnd && (
                <Button size="small" aria-label={t('usage.endOwnerLabel', { name })} onClick={() => onEnd(owner)}>
                  {t('usage.endOwner')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      {onGive && usage.status !== 'cancelled' && (
        <Acts>
          <Button size="small" aria-label={`${t('usage.give')}: ${usage.name}`} onClick={onGive}>
            {t('usage.give')}
          </Button>
        </Acts>
      )}
    </Stack>
  )
}

function History({ owner: { because, givenAt, givenByName, endedAt, endedByName } }: { owner: UsageOwner }) {
  const { t } = useText()
  const styles = useStyles()
  const formats = useFormats()
  return (
    <>
      <span className={styles.quiet}>{t(`usage.because.${because}`, { name: givenByName ?? t('usage.somebody'), date: formats.date(givenAt) })}</span>
      {endedAt !== null && <span className={styles.quiet}>{t('usage.endedOn', { name: endedByName ?? t('usage.somebody'), date: formats.date(endedAt) })}</span>}
    </>
  )
}
