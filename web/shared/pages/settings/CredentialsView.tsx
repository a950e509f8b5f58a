import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { PrintRegular } from '@fluentui/react-icons'
import { useText } from '../../language/LanguageProvider.tsx'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { DateText } from '../../ui/DateText.tsx'
import { KeyValueList } from '../../ui/KeyValueList.tsx'
import { Acts, Stack } from '../../ui/Stack.tsx'

const useStyles = makeStyles({
  sheet: { padding: '16px 20px', borderRadius: tokens.borderRadiusLarge, backgroundColor: tokens.colorNeutralBackground3 },
  value: { display: 'inline-flex', alignItems: 'center', columnGap: '4px', maxWidth: '100%', overflowWrap: 'anywhere' },
  secret: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase400 },
})

export type ShownCredentials = { userPrincipalName: string; temporaryPassword: string; validUntil: string; signInUrl: string }

/** Shown once, kept nowhere: to be copied, printed or written down now [S1.L1.6]. */
export function CredentialsView({ credentials }: { credentials: ShownCredentials }) {
  const styles = useStyles()
  const { t } = useText()
  const { userPrincipalName, temporaryPassword, validUntil, signInUrl } = credentials
  const names = { user: t('newCustomer.userName'), password: t('newCustomer.temporaryPassword'), at: t('newCustomer.signInAt') }
  const all = `${names.user}: ${userPrincipalName}\n${names.password}: ${temporaryPassword}\n${names.at}: ${signInUrl}\n`
  return (
    <Stack>
      {/* On paper nothing but this sheet: page.css hides the rest. */}
      <div className={styles.sheet} data-prints-alone>
        <KeyValueList
          items={[
            { key: names.user, value: <Copyable text={userPrincipalName} what={names.user} /> },
            { key: names.password, value: <Copyable text={temporaryPassword} what={names.password} isSecret /> },
            { key: t('newCustomer.validUntil'), value: <DateText at={validUntil} as="deadline" /> },
            { key: names.at, value: signInUrl },
          ]}
        />
      </div>
      <Acts>
        <CopyButton isLabelled appearance="secondary" size="medium" text={all} what={t('newCustomer.copyAll')} />
        <Button icon={<PrintRegular />} onClick={() => window.print()}>
          {t('newCustomer.print')}
        </Button>
      </Acts>
    </Stack>
  )
}

function Copyable({ text, what, isSecret = false }: { text: string; what: string; isSecret?: boolean }) {
  const styles = useStyles()
  return (
    <span className={styles.value}>
      <span className={isSecret ? styles.secret : undefined}>{text}</span>
      <CopyButton text={text} what={what} />
    </span>
  )
}
