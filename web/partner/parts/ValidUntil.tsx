import { makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { DateText } from '../../shared/ui/DateText.tsx'

const useStyles = makeStyles({
  at: { overflowWrap: 'break-word' },
  left: { display: 'block', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
})

const day = 86_400_000

/** A deadline with its zone and, where it still matters, how many days are left. */
export function ValidUntil({ at, isAwaited, isInList = false }: { at: string; isAwaited: boolean; isInList?: boolean }) {
  const styles = useStyles()
  const { t } = useText()
  const formats = useFormats()
  const [now] = useState(() => Date.now())
  const days = (new Date(at).getTime() - now) / day
  return (
    <span className={styles.at}>
      <DateText at={at} as={isInList ? 'shortDeadline' : 'deadline'} />
      {isAwaited && <span className={styles.left}>{days > 1 ? t('requests.daysLeft', { count: Math.ceil(days) }) : formats.relative(at, now)}</span>}
    </span>
  )
}
