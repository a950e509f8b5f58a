import { startPortal } from '../shared/portal/start-portal.tsx'
import { takeInvitationLink } from './parts/invitation-link.ts'
import { customerPlan } from './routes.tsx'

// Before anything else is asked or drawn: a link's secret does not stay in the address (rule R4).
takeInvitationLink()
void startPortal(customerPlan)
