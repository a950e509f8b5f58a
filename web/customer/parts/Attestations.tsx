import { makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useCan } from '../../shared/api/session.ts'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { DateText } from '../../shared/ui/DateText.tsx'
import { ErrorState } from '../../shared/ui/ErrorState.tsx'
import { KeyValueList } from '../../shared/ui/KeyValueList.tsx'
import { LoadingState } from '../../shared/ui/LoadingState.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { type AttestationRow, attestationsQuery } from './agreement-api.ts'

const useStyles = makeStyles({ name: { margin: '0 0 8px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold } })

/** What partners state that this organization accepted with them (D.6); each counts for that partner alone. */
export function Attestations() {
  const texts = useText()
  const { t } = texts
  const can = useCan()
  const query = useQuery({ ...attestationsQuery(), enabled: can('agreement.read') })
  if (!can('agreement.read')) return null
  const items = query.data?.items
  return (
    <Panel title={t('agreements.attested')}>
      <Stack>
        {items === undefined && (query.error ? <ErrorState problem={describeProblem(query.error, texts)} onRetry={() => void query.refetch()} /> : <LoadingState lines={3} />)}
        {items && <QuietText>{t(items.length > 0 ? 'agreements.attestedText' : 'agreements.noAttestations')}</QuietText>}
        {items?.map((item) => (
          <Attestation key={item.id} attestation={item} />
        ))}
      </Stack>
    </Panel>
  )
}

function Attestation({ attestation }: { attestation: AttestationRow }) {
  const { t } = useText()
  const formats = useFormats()
  const styles = useStyles()
  const { partnerName, signer, agreedOn, attester, attestedAt, versionNumber } = attestation
  return (
    <article>
      <h3 className={styles.name}>{t('agreements.attestedBy', { partner: partnerName ?? t('shell.unknown') })}</h3>
      <KeyValueList
        items={[
          { key: t('agreements.attestedSigner'), value: <bdi>{signer}</bdi> },
          { key: t('agreements.agreedOn'), value: formats.day(agreedOn) },
          { key: t('agreements.version'), value: formats.number(versionNumber) },
          { key: t('agreements.attester'), value: <bdi>{attester ?? t('agreements.erasedPerson')}</bdi> },
          { key: t('agreements.attestedAt'), value: <DateText at={attestedAt} as="dateTime" /> },
        ]}
      />
    </article>
  )
}
