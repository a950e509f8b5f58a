import { makeStyles, tokens } from '@fluentui/react-components'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { DateText } from '../../shared/ui/DateText.tsx'
import { QuietText } from '../../shared/ui/Stack.tsx'
import { StatusBadge } from '../../shared/ui/StatusBadge.tsx'
import { TextLink } from '../../shared/ui/TextLink.tsx'
import type { RecentAct } from './partner-api.ts'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: '0 0 12px', padding: 0, display: 'flex', flexDirection: 'column', rowGap: '10px' },
  item: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: '12px', rowGap: '2px', lineHeight: tokens.lineHeightBase300 },
  at: { flex: '0 0 172px', color: tokens.colorNeutralForeground3, '@media (max-width: 640px)': { flexBasis: '100%' } },
  words: { flex: '1 1 240px', minWidth: 0, overflowWrap: 'anywhere' },
})

/** What the partner did lately: the same events that the partner sees, newest first. */
export function RecentActs({ recent, partnerId }: { recent: readonly RecentAct[]; partnerId: string }) {
  const styles = useStyles()
  const { t } = useText()
  if (recent.length === 0) return <QuietText>{t('partners.recentNone')}</QuietText>
  return (
    <>
      <ul className={styles.list}>
        {recent.map(({ id, at, text, outcome }) => (
          <li key={id} className={styles.item}>
            <span className={styles.at}>
              <DateText at={at} as="dateTime" />
            </span>
            <span className={styles.words}>
              {text} {outcome === 'refused' && <StatusBadge tone="bad">{t('partners.refused')}</StatusBadge>}
            </span>
          </li>
        ))}
      </ul>
      <TextLink href={`${paths.customer.activity}?${new URLSearchParams({ counterpart: partnerId })}`}>{t('partners.recentAll')}</TextLink>
    </>
  )
}
