import { Button } from '@fluentui/react-components'
import { KeyRegular, PeopleRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx'
import { ErrorState } from '../../shared/ui/ErrorState.tsx'
import { Acts } from '../../shared/ui/Stack.tsx'
import { RemovePrivileges } from '../forms/RemovePrivileges.tsx'
import type { InvitationView } from './invitation-api.ts'
import { partnerRelationshipQuery } from './partner-api.ts'
import { PlainList } from './PlainList.tsx'
import { Section } from './Section.tsx'

type Holder = InvitationView['verdict']['heldBy'][number]

/** Another partner holds what the cloud gives to one alone [S2.23]: who, on what, and the way to switch without leaving the page. */
export function InTheWay({ holders, onReadAgain }: { holders: readonly Holder[]; onReadAgain: () => void }) {
  const { t, rich } = useText()
  const [removing, setRemoving] = useState<string | null>(null)
  const partners = [...new Map(holders.map((holder) => [holder.partnerId, holder])).values()]
  return (
    <>
      <Section level={2} title={t('invitation.heldBy')}>
        <PlainList
          icon={holders[0]?.service ? KeyRegular : PeopleRegular}
          items={holders.map(({ partnerName, serviceName }) => {
            const partner = <bdi>{partnerName}</bdi>
            return serviceName ? rich('invitation.heldOn', { partner, service: serviceName }) : rich('invitation.relatedTo', { partner })
          })}
        />
      </Section>
      <Acts>
        {partners.map(({ partnerId, partnerName, service }) =>
          service ? (
            <Button key={partnerId} appearance="primary" onClick={() => setRemoving(partnerId)}>
              {t('invitation.removeOf', { partner: partnerName })}
            </Button>
          ) : (
            <ButtonLink key={partnerId} appearance="primary" href={paths.customer.partner(partnerId)}>
              {t('invitation.goToPartner', { partner: partnerName })}
            </ButtonLink>
          ),
        )}
      </Acts>
      {removing !== null && (
        <RemoveHere
          partnerId={removing}
          onClose={() => {
            setRemoving(null)
            onReadAgain()
          }}
        />
      )}
    </>
  )
}

/** The same dialog as on the partner's page; what it ends is read first. */
function RemoveHere({ partnerId, onClose }: { partnerId: string; onClose: () => void }) {
  const texts = useText()
  const partner = useQuery({ ...partnerRelationshipQuery(partnerId), staleTime: 0 })
  if (partner.error) return <ErrorState problem={describeProblem(partner.error, texts)} onRetry={() => void partner.refetch()} />
  return partner.data ? <RemovePrivileges partner={partner.data} service={null} onClose={onClose} /> : null
}
