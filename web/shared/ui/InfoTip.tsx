import { Button, makeStyles, Popover, PopoverSurface, PopoverTrigger, tokens } from '@fluentui/react-components'
import { InfoRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import { useText } from '../language/LanguageProvider.tsx'

const useStyles = makeStyles({
  button: { minWidth: '24px', width: '24px', height: '24px', padding: 0, verticalAlign: 'middle', color: tokens.colorNeutralForeground3 },
  surface: { maxWidth: 'min(360px, 84vw)', lineHeight: tokens.lineHeightBase300 },
})

/** Explains a rule where it bites. Opens by press, not only by hovering, so that every hand and reader gets it. */
export function InfoTip({ about, children }: { about: string; children: ReactNode }) {
  const styles = useStyles()
  const { t } = useText()
  return (
    <Popover withArrow trapFocus>
      <PopoverTrigger disableButtonEnhancement>
        <Button appearance="transparent" size="small" className={styles.button} icon={<InfoRegular />} aria-label={t('shell.moreAbout', { what: about })} />
      </PopoverTrigger>
      <PopoverSurface className={styles.surface} aria-label={about}>
        {children}
      </PopoverSurface>
    </Popover>
  )
}
