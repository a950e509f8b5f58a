import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { AnyErasurePreview } from '../../../src/http/portal/erasures.ts'
import { FileExportProgress } from '../../shared/export/FileExportProgress.tsx'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { ErasurePreviewText } from '../../shared/pages/personal-data/ErasurePreviewText.tsx'
import { useTakePersonalData } from '../../shared/pages/personal-data/use-take-personal-data.ts'
import { GuardedButton } from '../../shared/ui/GuardedButton.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { Acts, QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { EraseAnybodyDialog } from './EraseAnybodyDialog.tsx'

type FoundPersonalDataProps = { name: string; preview: AnyErasurePreview; onErased: () => void }

/** Of an account, or of an address without one: what would go, what would stay, and both acts. */
export function FoundPersonalData({ name, preview: { person, address }, onErased }: FoundPersonalDataProps) {
  const { t } = useText()
  const { state, take } = useTakePersonalData()
  const [isErasing, setErasing] = useState(false)
  const [blocker] = person?.blockers ?? []
  const blocked = blocker ? t(`personalData.blocked.${blocker}`) : address && address.accounts > 0 ? t('personalData.addressHasAccount') : undefined
  return (
    <Panel title={person ? t('personalData.account', { name: person.displayName }) : t('personalData.address', { address: address?.address ?? '' })}>
      <Stack>
        {person && <ErasurePreviewText preview={person} />}
        {address && (
          <>
            <QuietText>{t('personalData.addressCounts', { mails: address.mails, registrations: address.registrations, contacts: address.contacts })}</QuietText>
            <QuietText>{t('personalData.addressStays', { attestations: address.attestations, legal: address.legalContacts })}</QuietText>
          </>
        )}
        {blocked && <QuietText>{blocked}</QuietText>}
        <Acts>
          <Button disabledFocusable={state.bytes !== null} onClick={() => take('/operator/personal-data', { name })}>
            {t('personalData.take')}
          </Button>
          <GuardedButton blockedBecause={blocked} onClick={() => setErasing(true)}>
            {t('personalData.erase')}
          </GuardedButton>
        </Acts>
        <FileExportProgress state={state} onCancel={state.cancel} />
      </Stack>
      {isErasing && <EraseAnybodyDialog name={name} shownAs={person?.displayName ?? name} onErased={onErased} onClose={() => setErasing(false)} />}
    </Panel>
  )
}
