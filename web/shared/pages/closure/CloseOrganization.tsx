import { useState } from 'react'
import { useCan } from '../../api/session.ts'
import { useText } from '../../language/LanguageProvider.tsx'
import { GuardedButton } from '../../ui/GuardedButton.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Acts, QuietText, Stack } from '../../ui/Stack.tsx'
import { CloseOrganizationDialog } from './CloseOrganizationDialog.tsx'

/** The end of one's own organization here; the evidence stands beside it, to be taken along first. */
export function CloseOrganization() {
  const { t } = useText()
  const can = useCan()
  const [isAsking, setAsking] = useState(false)
  return (
    <Panel title={t('closure.title')}>
      <Stack>
        <QuietText>{t('closure.intro')}</QuietText>
        <Acts>
          <GuardedButton size="small" blockedBecause={can('tenant.close') ? undefined : t('closure.blocked')} onClick={() => setAsking(true)}>
            {t('closure.open')}
          </GuardedButton>
        </Acts>
      </Stack>
      {isAsking && <CloseOrganizationDialog onClose={() => setAsking(false)} />}
    </Panel>
  )
}
