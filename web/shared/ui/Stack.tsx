import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  stack: { display: 'flex', flexDirection: 'column', rowGap: '16px' },
  acts: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center', marginTop: '4px' },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2, lineHeight: tokens.lineHeightBase300 },
})

/** Things below each other with the same distance. */
export function Stack({ children }: { children: ReactNode }) {
  return <div className={useStyles().stack}>{children}</div>
}

/** Buttons that belong together. */
export function Acts({ children }: { children: ReactNode }) {
  return <div className={useStyles().acts}>{children}</div>
}

export function QuietText({ children }: { children: ReactNode }) {
  return <p className={useStyles().quiet}>{children}</p>
}
