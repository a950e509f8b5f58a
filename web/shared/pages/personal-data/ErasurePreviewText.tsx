import { useFormats, useText } from '../../language/LanguageProvider.tsx'
import { BulletList } from '../../ui/BulletList.tsx'
import { Stack } from '../../ui/Stack.tsx'
import type { ErasurePreview } from './erasure-api.ts'

/** What erasing takes, what it leaves, why and until when. */
export function ErasurePreviewText({ preview: { goes, stays } }: { preview: ErasurePreview }) {
  const { t } = useText()
  const formats = useFormats()
  const { sessions, passkeys, mails } = goes
  const { acts, signatures, attestations, keptUntil } = stays
  return (
    <Stack>
      <div>
        <strong>{t('personalData.goes')}</strong>
        <BulletList items={[t('personalData.goesAccount'), t('personalData.goesAccess', { sessions, passkeys }), t('personalData.goesMails', { count: mails })]} />
      </div>
      <div>
        <strong>{t('personalData.stays')}</strong>
        <BulletList
          items={[
            t('personalData.staysActs', { count: acts }),
            ...(keptUntil === null ? [] : [t('personalData.staysEvidence', { count: signatures + attestations, until: formats.date(keptUntil) })]),
            t('personalData.staysOthers'),
          ]}
        />
      </div>
    </Stack>
  )
}
