import { useState } from 'react'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { BulletList } from '../../shared/ui/BulletList.tsx'
import { GuardedButton } from '../../shared/ui/GuardedButton.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { Acts, QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { RemoveAccessDialog } from '../forms/RemoveAccessDialog.tsx'
import type { Partnership } from './partnership-api.ts'
import { usePartnershipName } from './use-partnership-name.ts'

/** What the provider may do in the reseller's own organization, and the reseller's way to take it back (S4.L1.2). */
export function AccessPanel({ partnership }: { partnership: Partnership }) {
  const { t } = useText()
  const [isAsking, setAsking] = useState(false)
  const name = usePartnershipName()(partnership)
  const { access, side, can } = partnership
  const isReseller = side === 'reseller'
  return (
    <Panel title={t('partnerships.access')}>
      <Stack>
        <QuietText>{t(access.length === 0 ? `partnerships.noAccess.${side}` : `partnerships.accessText.${side}`, { name })}</QuietText>
        {access.length > 0 && <BulletList items={access.map((service) => service.name)} />}
        {isReseller && access.length > 0 && (
          <Acts>
            <GuardedButton blockedBecause={can.includes('removeAccess') ? undefined : t('partnerships.blocked.globalAdmin')} onClick={() => setAsking(true)}>
              {t('partnerships.removeAccess')}
            </GuardedButton>
          </Acts>
        )}
        {isAsking && <RemoveAccessDialog partnership={partnership} onClose={() => setAsking(false)} />}
      </Stack>
    </Panel>
  )
}
