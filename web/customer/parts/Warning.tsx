import { makeStyles, MessageBar, MessageBarBody } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({ bar: { marginTop: '20px', paddingBlock: '8px' } })

export function Warning({ children }: { children: ReactNode }) {
  const styles = useStyles()
  return (
    <MessageBar intent="warning" layout="multiline" className={styles.bar}>
      <MessageBarBody>{children}</MessageBarBody>
    </MessageBar>
  )
}
