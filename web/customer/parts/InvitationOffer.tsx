import { makeStyles } from '@fluentui/react-components'
import { useState } from 'react'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { AcceptInvitation } from '../forms/AcceptInvitation.tsx'
import { DeclineInvitation } from '../forms/DeclineInvitation.tsx'
import { AskedOfYou } from './AskedOfYou.tsx'
import type { Acceptance, InvitationView } from './invitation-api.ts'
import type { InvitationLink } from './invitation-link.ts'
import { agreementToSign, NothingToSign, OfferedAgreementPanel } from './OfferedAgreementPanel.tsx'
import { SignedInAs } from './SignedInAs.tsx'
import { WhoAsks } from './WhoAsks.tsx'

const narrow = '@container (max-width: 820px)'

const useStyles = makeStyles({
  frame: { containerType: 'inline-size' },
  sides: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    columnGap: '20px',
    alignItems: 'start',
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  // The binding text stays beside the summary while that is read.
  beside: { position: 'sticky', top: 'calc(var(--bar-height) + 16px)', [narrow]: { position: 'static' } },
})

export type InvitationOfferProps = {
  link: InvitationLink
  view: InvitationView
  onAccepted: (acceptance: Acceptance) => void
  onDeclined: () => void
  onOutdated: () => void
  onAgreementLanguage: (language: string) => void
}

/** An invitation that this person may answer now: who asks, what in plain words beside the binding text, and the answer. */
export function InvitationOffer({ link, view, onAccepted, onDeclined, onOutdated, onAgreementLanguage }: InvitationOfferProps) {
  const styles = useStyles()
  const { t } = useText()
  const agreement = agreementToSign(view)
  const [isDeclining, setDeclining] = useState(false)
  return (
    <>
      <PageHeader title={t('invitation.title')} intro={t('invitation.intro')} />
      <SignedInAs />
      <WhoAsks partners={view.partners} />
      {agreement ? (
        <div className={styles.frame}>
          <div className={styles.sides}>
            <AskedOfYou view={view} />
            <div className={styles.beside}>
              <OfferedAgreementPanel agreement={agreement} onLanguage={onAgreementLanguage} />
            </div>
          </div>
        </div>
      ) : (
        <AskedOfYou view={view}>
          <NothingToSign {...view} />
        </AskedOfYou>
      )}
      <AcceptInvitation link={link} view={view} onAccepted={onAccepted} onOutdated={onOutdated} onDecline={() => setDeclining(true)} />
      <DeclineInvitation secret={link.secret} view={view} isOpen={isDeclining} onDeclined={onDeclined} onCancel={() => setDeclining(false)} />
    </>
  )
}
