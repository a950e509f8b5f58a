import { makeStyles, tokens } from '@fluentui/react-components'
import { AlertRegular } from '@fluentui/react-icons'
import { useText } from '../language/LanguageProvider.tsx'
import { ButtonLink } from './ButtonLink.tsx'

const useStyles = makeStyles({
  place: { position: 'relative', display: 'inline-flex', flexShrink: 0 },
  count: {
    position: 'absolute',
    insetInlineEnd: '0',
    top: '0',
    minWidth: '16px',
    padding: '0 4px',
    boxSizing: 'border-box',
    borderRadius: '8px',
    backgroundColor: '#c50f1f',
    color: '#ffffff',
    fontSize: '10px',
    lineHeight: '16px',
    fontWeight: tokens.fontWeightSemibold,
    textAlign: 'center',
    pointerEvents: 'none',
  },
})

export type BellProps = { href: string; count: number; isMore: boolean }

/** The way to the notifications, with how many are unread; who hears the page hears the number in its name. */
export function Bell({ href, count, isMore, buttonClassName }: BellProps & { buttonClassName: string }) {
  const styles = useStyles()
  const { t } = useText()
  const shown = isMore || count > 99 ? '99+' : String(count)
  return (
    <span className={styles.place}>
      <ButtonLink className={buttonClassName} appearance="transparent" href={href} icon={<AlertRegular />} aria-label={t('notifications.bell', { count, shown })} />
      {count > 0 && (
        <span className={styles.count} aria-hidden="true">
          {shown}
        </span>
      )}
    </span>
  )
}
