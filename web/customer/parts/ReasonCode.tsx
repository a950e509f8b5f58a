import { makeStyles, tokens } from '@fluentui/react-components'
import { ProblemCodes } from '../../shared/ui/ProblemCodes.tsx'

const useStyles = makeStyles({
  foot: { marginTop: '24px', paddingTop: '4px', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
})

/** The same code that the partner's row shows (decision 6): small, and to be copied when one asks for help. */
export function ReasonCode({ code }: { code: string }) {
  const styles = useStyles()
  return (
    <div className={styles.foot}>
      <ProblemCodes problem={{ title: '', code }} />
    </div>
  )
}
