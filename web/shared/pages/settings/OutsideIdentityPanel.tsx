import { Button } from '@fluentui/react-components'
import { CheckmarkCircleRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import type { WayOut } from '../../../../src/http/portal/sign-in-provider.ts'
import { api } from '../../api/api.ts'
import { describeProblem } from '../../api/describe-problem.ts'
import { useAct } from '../../api/use-act.ts'
import { useFormats, useText } from '../../language/LanguageProvider.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { ProblemBanner } from '../../ui/ProblemBanner.tsx'
import { Acts, QuietText, Stack } from '../../ui/Stack.tsx'
import { StatusBadge } from '../../ui/StatusBadge.tsx'
import { useNotify } from '../../ui/Toasts.tsx'
import { identityKey, identityQuery } from './provider-api.ts'

/** Only where the organization has a provider, or this account is still linked to one. */
export function OutsideIdentityPanel() {
  const texts = useText()
  const { t } = texts
  const formats = useFormats()
  const notify = useNotify()
  const identity = useQuery(identityQuery).data
  const link = useAct({ send: () => api.post<WayOut>('/me/outside-identity'), onDone: ({ location: address }) => location.assign(address) })
  const unlink = useAct({ send: () => api.delete('/me/outside-identity'), changes: [identityKey], onDone: () => notify.done(t('provider.unlinked')) })
  if (!identity || (!identity.isOffered && !identity.linkedAt)) return null
  const failed = link.error ?? unlink.error
  const isWorking = link.isPending || unlink.isPending
  return (
    <Panel title={t('provider.title')}>
      <Stack>
        {identity.linkedAt && (
          <div>
            <StatusBadge tone="good" icon={CheckmarkCircleRegular}>
              {t('provider.linked')}
            </StatusBadge>
          </div>
        )}
        <QuietText>{identity.linkedAt ? t('provider.linkedText', { issuer: identity.issuer ?? '', at: formats.dateTime(identity.linkedAt) }) : t('provider.notLinkedText', { issuer: identity.issuer ?? '' })}</QuietText>
        <ProblemBanner problem={failed && !isWorking ? describeProblem(failed, texts) : null} />
        <Acts>
          {identity.linkedAt ? (
            <Button disabledFocusable={isWorking} onClick={() => unlink.mutate()}>
              {t('provider.unlink')}
            </Button>
          ) : (
            <Button appearance="primary" disabledFocusable={isWorking} onClick={() => link.mutate()}>
              {t('provider.link')}
            </Button>
          )}
        </Acts>
      </Stack>
    </Panel>
  )
}
