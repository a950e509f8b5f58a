import { makeStyles, tokens } from '@fluentui/react-components'
import { PersonCircleRegular, SettingsRegular, SignOutRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import { useText } from '../language/LanguageProvider.tsx'
import { BarMenu, useBarMenuItem } from './BarMenu.tsx'
import { Anchor } from './LinkProvider.tsx'

const useStyles = makeStyles({
  who: { padding: '6px 10px 10px', marginBottom: '6px', overflowWrap: 'anywhere', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  name: { fontWeight: tokens.fontWeightSemibold, display: 'block' },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, display: 'block' },
  more: { display: 'none', '@media (max-width: 400px)': { display: 'block', paddingBottom: '6px', marginBottom: '6px', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` } },
  moreTitle: { display: 'block', padding: '4px 10px', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  icon: { fontSize: '20px', flexShrink: 0 },
})

export type AccountMenuProps = {
  person: { displayName: string; userPrincipalName: string }
  tenantName?: string | undefined
  settingsHref?: string | undefined
  onSignOut?: (() => void) | undefined
  buttonClassName: string
  /** What has no room in the bar of the slimmest screens; both get the function that closes the sheet. */
  languages: (close: () => void) => ReactNode
  appearances: (close: () => void) => ReactNode
}

/** Who is signed in, for which organization, and the way out. */
export function AccountMenu({ person, tenantName, settingsHref, onSignOut, buttonClassName, languages, appearances }: AccountMenuProps) {
  const styles = useStyles()
  const item = useBarMenuItem()
  const { t } = useText()
  return (
    <BarMenu label={t('shell.account', { name: person.displayName })} icon={<PersonCircleRegular />} buttonClassName={buttonClassName}>
      {(close) => (
        <>
          <div className={styles.who}>
            <span className={styles.name}>{person.displayName}</span>
            <span className={styles.quiet}>{person.userPrincipalName}</span>
            <span className={styles.quiet}>{tenantName}</span>
          </div>
          <More title={t('shell.language')}>{languages(close)}</More>
          <More title={t('shell.theme')}>{appearances(close)}</More>
          {settingsHref && (
            <Anchor href={settingsHref} className={item} onClick={close}>
              <SettingsRegular className={styles.icon} aria-hidden="true" />
              {t('shell.settings')}
            </Anchor>
          )}
          <button type="button" className={item} onClick={onSignOut}>
            <SignOutRegular className={styles.icon} aria-hidden="true" />
            {t('shell.signOut')}
          </button>
        </>
      )}
    </BarMenu>
  )
}

function More({ title, children }: { title: string; children: ReactNode }) {
  const styles = useStyles()
  return (
    <div role="group" aria-label={title} className={styles.more}>
      <span className={styles.moreTitle} aria-hidden="true">
        {title}
      </span>
      {children}
    </div>
  )
}
