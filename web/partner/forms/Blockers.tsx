import { makeStyles, tokens } from '@fluentui/react-components'
import { CheckmarkCircleRegular, ErrorCircleRegular } from '@fluentui/react-icons'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { QuietText } from '../../shared/ui/Stack.tsx'
import type { RemovalPreview } from '../parts/customer-api.ts'

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', rowGap: '10px' },
  line: { display: 'flex', columnGap: '8px', alignItems: 'flex-start' },
  bad: { flexShrink: 0, fontSize: '20px', color: tokens.colorStatusDangerForeground1 },
  good: { flexShrink: 0, fontSize: '20px', color: tokens.colorStatusSuccessForeground1 },
})

/** What must be settled first, each with its fix [S0.L3.2]; an empty list says that it is empty. */
export function Blockers({ blockers, note }: { blockers: RemovalPreview['blockers']; note: string }) {
  const styles = useStyles()
  const { t } = useText()
  return (
    <Panel title={t('customerAccount.blockers')}>
      {blockers.length === 0 ? (
        <div className={styles.line}>
          <CheckmarkCircleRegular className={styles.good} aria-hidden="true" />
          <QuietText>{note}</QuietText>
        </div>
      ) : (
        <ul className={styles.list}>
          {blockers.map(({ reasonCode, reasonText }) => (
            <li key={`${reasonCode} ${reasonText}`} className={styles.line}>
              <ErrorCircleRegular className={styles.bad} aria-hidden="true" />
              {reasonText}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
