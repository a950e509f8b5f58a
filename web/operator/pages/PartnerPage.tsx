import { Button } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { Loaded } from '../../shared/portal/Loaded.tsx'
import { usePathId } from '../../shared/portal/use-path-id.ts'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { QuietText } from '../../shared/ui/Stack.tsx'
import { TextLink } from '../../shared/ui/TextLink.tsx'
import { PartnerDialog, type AskedOfPartner } from '../forms/PartnerDialog.tsx'
import { EnrolmentChecklist, type EnrolmentStep } from '../parts/EnrolmentChecklist.tsx'
import { LegalDetailsList } from '../parts/LegalDetailsList.tsx'
import { enrolmentQuery, type OperatorEnrolment } from '../parts/operator-api.ts'
import { PartnerDetails } from '../parts/PartnerDetails.tsx'
import { PartnerStanding } from '../parts/PartnerStanding.tsx'

/** One partner: how it stands, how far its enrolment has come, and the operator's acts on it. */
export function PartnerPage() {
  const enrolment = useQuery(enrolmentQuery(usePathId('partnerId')))
  return <Loaded query={enrolment}>{(value) => <Partner enrolment={value} />}</Loaded>
}

function Partner({ enrolment }: { enrolment: OperatorEnrolment }) {
  const { t } = useText()
  const { partner, steps, legalDetails } = enrolment
  const [asked, setAsked] = useState<AskedOfPartner | null>(null)
  const isSuspended = partner.can.includes('reinstate')
  const acts = (
    <>
      <Button onClick={() => setAsked('debt')}>{t(partner.can.includes('clearDebt') ? 'operator.clearDebt' : 'operator.markDebt')}</Button>
      <Button onClick={() => setAsked(isSuspended ? 'reinstate' : 'suspend')}>{t(isSuspended ? 'operator.reinstate' : 'operator.suspend')}</Button>
    </>
  )
  return (
    <>
      <PageHeader title={partner.name} above={<TextLink href={paths.operator.home}>{t('operator.partners')}</TextLink>} beside={<PartnerStanding partner={partner} />} acts={acts} />
      <Panel title={t('console.enrolment')}>
        <QuietText>{t('console.enrolmentIntro')}</QuietText>
        <EnrolmentChecklist steps={steps} actOf={(step) => <StepAct step={step} onAsk={setAsked} />} />
      </Panel>
      <Panel title={t('console.facts')}>
        <PartnerDetails partner={partner} />
      </Panel>
      {legalDetails && (
        <Panel title={t('console.legalDetails')}>
          <LegalDetailsList details={legalDetails} />
        </Panel>
      )}
      {asked && <PartnerDialog asked={asked} enrolment={enrolment} onClose={() => setAsked(null)} />}
    </>
  )
}

/** Only what an operator can do about the step; the rest is done by the partner's own people. */
function StepAct({ step: { step, status }, onAsk }: { step: EnrolmentStep; onAsk: (asked: AskedOfPartner) => void }) {
  const { t } = useText()
  const isDone = status === 'done'
  if (step === 'identity') return <Act label={t(isDone ? 'operator.verifyAgain' : 'operator.verify')} onAsk={() => onAsk('verify')} />
  if (step === 'legalDetails') return <Act label={t(isDone ? 'console.editDetails' : 'console.recordDetails')} onAsk={() => onAsk('legalDetails')} />
  if (step === 'programmeId' && !isDone) return <Act label={t('console.recordProgrammeId')} onAsk={() => onAsk('programmeId')} />
  if (step === 'agreement' && !isDone) return <Act label={t('console.recordOutside')} onAsk={() => onAsk('outsideAgreement')} />
  return null
}

function Act({ label, onAsk }: { label: string; onAsk: () => void }) {
  return (
    <Button size="small" onClick={onAsk}>
      {label}
    </Button>
  )
}
