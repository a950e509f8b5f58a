import { makeStyles, tokens } from '@fluentui/react-components'
import { LightbulbRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import type { Remark } from './new-customer-api.ts'

const useStyles = makeStyles({
  hint: { display: 'flex', columnGap: '6px', margin: '4px 0 0', color: tokens.colorNeutralForeground2, lineHeight: tokens.lineHeightBase300 },
  icon: { flexShrink: 0, marginTop: '2px', color: tokens.colorStatusWarningForeground1 },
})

/** A field with what is worth a second look below it. It stops nothing, so it is no error of the field (S1.L1.4). */
export function HintedField({ remarks, field, children }: { remarks: readonly Remark[]; field: string; children: ReactNode }) {
  const styles = useStyles()
  return (
    <div>
      {children}
      <div role="status">
        {remarks
          .filter((remark) => remark.field === field)
          .map(({ reasonCode, reasonText }) => (
            <p key={reasonCode} className={styles.hint}>
              <LightbulbRegular className={styles.icon} aria-hidden="true" />
              {reasonText}
            </p>
          ))}
      </div>
    </div>
  )
}
