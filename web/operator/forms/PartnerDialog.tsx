import type { OperatorEnrolment } from '../parts/operator-api.ts'
import { DebtDialog } from './DebtDialog.tsx'
import { LegalDetailsDrawer } from './LegalDetailsDrawer.tsx'
import { OutsideAgreementDialog } from './OutsideAgreementDialog.tsx'
import { ProgrammeIdDialog } from './ProgrammeIdDialog.tsx'
import { ReinstatePartnerDialog } from './ReinstatePartnerDialog.tsx'
import { SuspendPartnerDialog } from './SuspendPartnerDialog.tsx'
import { VerifyPartnerDialog } from './VerifyPartnerDialog.tsx'

export type AskedOfPartner = 'verify' | 'suspend' | 'reinstate' | 'debt' | 'programmeId' | 'legalDetails' | 'outsideAgreement'

/** The question that belongs to each act on a partner. */
export function PartnerDialog({ asked, enrolment, onClose }: { asked: AskedOfPartner; enrolment: OperatorEnrolment; onClose: () => void }) {
  const { partner } = enrolment
  switch (asked) {
    case 'verify':
      return <VerifyPartnerDialog partner={partner} onClose={onClose} />
    case 'suspend':
      return <SuspendPartnerDialog partner={partner} onClose={onClose} />
    case 'reinstate':
      return <ReinstatePartnerDialog partner={partner} onClose={onClose} />
    case 'debt':
      return <DebtDialog partner={partner} onClose={onClose} />
    case 'programmeId':
      return <ProgrammeIdDialog partner={partner} onClose={onClose} />
    case 'legalDetails':
      return <LegalDetailsDrawer enrolment={enrolment} onClose={onClose} />
    case 'outsideAgreement':
      return <OutsideAgreementDialog partner={partner} onClose={onClose} />
  }
}
