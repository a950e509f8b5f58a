import { Select } from '@fluentui/react-components'
import { useId } from 'react'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { Hidden } from '../../shared/ui/announce.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { AgreementText } from '../../shared/ui/AgreementText.tsx'
import type { InvitationView, OfferedAgreement } from './invitation-api.ts'
import { Section } from './Section.tsx'

type OfferedAgreementPanelProps = { agreement: OfferedAgreement; onLanguage: (language: string) => void }

/** The agreement that a yes would sign; null where there is nothing to sign. */
export function agreementToSign({ agreement }: InvitationView): OfferedAgreement | null {
  return agreement?.required && !agreement.alreadyAccepted ? agreement : null
}

/** One sentence why there is nothing to sign. */
export function NothingToSign({ agreement }: InvitationView) {
  const { t } = useText()
  return (
    <Section title={t('invitation.agreementTitle')}>
      <QuietText>{t(agreement?.alreadyAccepted ? 'invitation.agreementAccepted' : 'invitation.agreementNotRequired')}</QuietText>
    </Section>
  )
}

/** The customer agreement, if it is missing [S0.23]. */
export function OfferedAgreementPanel({ agreement, onLanguage }: OfferedAgreementPanelProps) {
  const { t } = useText()
  return (
    <Panel title={t('invitation.agreementTitle')} acts={<LanguageChoice agreement={agreement} onLanguage={onLanguage} />}>
      <Stack>
        <QuietText>{t('invitation.agreementWhy')}</QuietText>
        <AgreementText label={t('invitation.agreementText')} title={agreement.title} body={agreement.body} language={agreement.language} />
      </Stack>
    </Panel>
  )
}

/** Signed is the language that is shown; only those that the cloud allows and the operator has published are offered. */
function LanguageChoice({ agreement, onLanguage }: { agreement: OfferedAgreement; onLanguage: (language: string) => void }) {
  const { t } = useText()
  const formats = useFormats()
  const id = useId()
  if (agreement.languages.length < 2) return null
  return (
    <>
      <label htmlFor={id}>
        <Hidden>{t('invitation.agreementLanguage')}</Hidden>
      </label>
      <Select id={id} size="small" value={agreement.language} onChange={(_, { value }) => onLanguage(value)}>
        {agreement.languages.map((tag) => (
          <option key={tag} value={tag}>
            {formats.language(tag)}
          </option>
        ))}
      </Select>
    </>
  )
}
