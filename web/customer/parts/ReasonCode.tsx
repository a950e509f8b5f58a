import { makeStyles, tokens } from '@fluentui/react-components'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { ProblemCodes } from '../../shared/ui/ProblemCodes.tsx'

const useStyles = makeStyles({
  rule: { margin: '8px 0 0', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
  name: { fontFamily: tokens.fontFamilyMonospace },
  foot: { marginTop: '24px', paddingTop: '4px', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
})

/** The rule of the cloud by its name where one says no, and the same code that the partner's row shows (decision 6): small, and to be copied when one asks for help. */
export function ReasonCode({ code, rule }: { code: string; rule: { rule: string | null; ruleTitle: string | null } | null }) {
  const styles = useStyles()
  const { rich } = useText()
  return (
    <div className={styles.foot}>
      {rule?.rule && rule.ruleTitle && <p className={styles.rule}>{rich('invitation.ruleOfCloud', { title: rule.ruleTitle, rule: <code className={styles.name}>{rule.rule}</code> })}</p>}
      <ProblemCodes problem={{ title: '', code }} />
    </div>
  )
}
