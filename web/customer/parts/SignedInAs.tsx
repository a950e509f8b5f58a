import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { PersonCircleRegular, PersonSwapRegular } from '@fluentui/react-icons'
import { useSignedIn } from '../../shared/api/session.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { useSwitchAccount } from './use-switch-account.ts'

const useStyles = makeStyles({
  strip: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px 12px',
    padding: '10px 16px',
    marginBottom: '20px',
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorNeutralForeground1,
    lineHeight: tokens.lineHeightBase300,
  },
  icon: { flexShrink: 0, fontSize: '24px', color: tokens.colorBrandForeground2, '@media (max-width: 480px)': { display: 'none' } },
  words: { flex: '1 1 280px', minWidth: 0, overflowWrap: 'anywhere' },
})

/** Which account and which organization the answer binds, before anything can be pressed (rule R5). */
export function SignedInAs() {
  const styles = useStyles()
  const { t, rich } = useText()
  const { person, tenant } = useSignedIn()
  const switchAccount = useSwitchAccount()
  return (
    <section aria-label={t('invitation.yourAccount')} className={styles.strip}>
      <PersonCircleRegular className={styles.icon} aria-hidden="true" />
      <span className={styles.words}>
        {rich('invitation.signedInAs', {
          name: <bdi>{person.displayName}</bdi>,
          userPrincipalName: <bdi>{person.userPrincipalName}</bdi>,
          tenant: <bdi>{tenant.name}</bdi>,
          b: (parts) => <strong>{parts}</strong>,
        })}
      </span>
      <Button icon={<PersonSwapRegular />} onClick={() => void switchAccount()}>
        {t('invitation.switchAccount')}
      </Button>
    </section>
  )
}
