import { makeStyles, tokens } from '@fluentui/react-components'
import { MailRegular } from '@fluentui/react-icons'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx'
import { CopyButton } from '../../shared/ui/CopyButton.tsx'
import { Acts, QuietText, Stack } from '../../shared/ui/Stack.tsx'

const useStyles = makeStyles({
  text: {
    margin: 0,
    padding: '12px 16px',
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground3,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
})

/** Longer addresses are cut or refused by common mail programs (decision 5); copying always works. */
const longestMailto = 1_900

/** A message that the reader sends by themselves, ready in their mail program or on the clipboard. */
export function PreparedMessage({ intro, subject, text }: { intro: string; subject: string; text: string }) {
  const styles = useStyles()
  const { t } = useText()
  const mailto = `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text.replaceAll('\n', '\r\n'))}`
  return (
    <Stack>
      <QuietText>{intro}</QuietText>
      <section aria-label={t('invitation.messageText')}>
        <p className={styles.text}>
          {text}
        </p>
      </section>
      <Acts>
        {mailto.length <= longestMailto && (
          <ButtonLink appearance="primary" icon={<MailRegular />} href={mailto}>
            {t('invitation.messageOpen')}
          </ButtonLink>
        )}
        <CopyButton isLabelled appearance="secondary" size="medium" text={text} what={t('invitation.messageWhat')} />
      </Acts>
    </Stack>
  )
}
