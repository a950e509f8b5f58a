import { makeStyles, tokens } from '@fluentui/react-components'
import { type FluentIcon, KeyRegular, PeopleRegular, SubtractCircleRegular, WarningRegular } from '@fluentui/react-icons'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { type BadgeTone, StatusBadge } from '../../shared/ui/StatusBadge.tsx'
import { TextLink } from '../../shared/ui/TextLink.tsx'
import type { DutyOfService } from './partner-api.ts'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', rowGap: '6px' },
  one: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '2px 8px', overflowWrap: 'anywhere', minWidth: 0 },
  sold: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  cell: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', rowGap: '6px', minWidth: 0 },
})

/** Nobody where there is something to answer for is a gap; nothing sold is just so. */
const toneOf: Partial<Record<DutyOfService['marks'][number], { tone: BadgeTone; icon: FluentIcon }>> = { gap: { tone: 'waiting', icon: WarningRegular }, notSold: { tone: 'ended', icon: SubtractCircleRegular } }

/** Who answers for one duty on one service; every mark is a word with a sign, never a colour alone. */
export function DutyCell({ duty }: { duty: DutyOfService }) {
  const styles = useStyles()
  const { t } = useText()
  return (
    <span className={styles.cell}>
      {duty.answerable.length > 0 && (
        <ul className={styles.list}>
          {duty.answerable.map(({ partnerId, partnerName, isBehind, subscriptions, marks }) => (
            <li key={partnerId} className={styles.one}>
              <TextLink href={paths.customer.partner(partnerId)}>
                <bdi>{partnerName}</bdi>
              </TextLink>
              {subscriptions !== null && <span className={styles.sold}>{t('responsibility.sold', { count: subscriptions })}</span>}
              {isBehind && <StatusBadge>{t('responsibility.behind')}</StatusBadge>}
              {marks.map((mark) => (
                <StatusBadge key={mark} tone="waiting" icon={mark === 'rightsWithoutRelationship' ? KeyRegular : WarningRegular}>
                  {t(`responsibility.mark.${mark}`)}
                </StatusBadge>
              ))}
            </li>
          ))}
        </ul>
      )}
      {duty.marks.map((mark) => (
        <StatusBadge key={mark} tone={toneOf[mark]?.tone ?? 'accent'} icon={toneOf[mark]?.icon ?? PeopleRegular}>
          {t(`responsibility.mark.${mark}`)}
        </StatusBadge>
      ))}
    </span>
  )
}
