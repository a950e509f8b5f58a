import { makeStyles } from '@fluentui/react-components'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { CopyableId } from '../../shared/ui/CopyableId.tsx'
import { DateText } from '../../shared/ui/DateText.tsx'
import { KeyValueList } from '../../shared/ui/KeyValueList.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { QuietText } from '../../shared/ui/Stack.tsx'
import type { SignedAgreementView } from './agreement-api.ts'

const useStyles = makeStyles({ hint: { marginTop: '16px' } })

/** Who accepted which bytes, when, and how that is known. */
export function SignatureEvidence({ agreement }: { agreement: SignedAgreementView }) {
  const styles = useStyles()
  const { t } = useText()
  const formats = useFormats()
  const word = useWord()
  const { evidence } = agreement
  const methods = evidence.authenticatedBy.flatMap((method) => word('method', method) ?? [])
  return (
    <Panel title={t('agreements.evidence')}>
      <KeyValueList
        items={[
          { key: t('agreements.signer'), value: <bdi>{agreement.signer ?? t('agreements.erasedPerson')}</bdi> },
          { key: t('agreements.role'), value: word('role', evidence.role) ?? evidence.role },
          { key: t('agreements.signedAt'), value: <DateText at={agreement.signedAt} as="deadline" /> },
          { key: t('agreements.version'), value: formats.number(agreement.versionNumber) },
          { key: t('agreements.language'), value: formats.language(agreement.language) },
          agreement.partnerName ? { key: t('agreements.partner'), value: <bdi>{agreement.partnerName}</bdi> } : null,
          methods.length > 0 ? { key: t('agreements.signedIn'), value: formats.list(methods) } : null,
          evidence.address ? { key: t('agreements.address'), value: evidence.address } : null,
          evidence.userAgent ? { key: t('agreements.browser'), value: evidence.userAgent } : null,
          { key: t('agreements.signatureId'), value: <CopyableId id={agreement.id} what={t('agreements.signatureId')} /> },
          { key: t('agreements.hash'), value: <CopyableId id={agreement.sha256} what={t('agreements.hash')} /> },
        ]}
      />
      <div className={styles.hint}>
        <QuietText>{t('agreements.hashTip')}</QuietText>
      </div>
    </Panel>
  )
}

/** The reader's word for a role or a way of signing in, where we have one. */
function useWord(): (kind: 'role' | 'method', name: string) => string | undefined {
  const { t, has } = useText()
  return (kind, name) => {
    const key = `agreements.${kind}.${name}`
    return has(key) ? t(key as 'agreements.role.globalAdministrator') : undefined
  }
}
