import { startPortal } from '../shared/portal/start-portal.tsx'
import { takeProviderLink } from './parts/provider-link.ts'
import { partnerPlan } from './routes.tsx'

// Before anything else is asked or drawn: a link's secret does not stay in the address (rule R4).
takeProviderLink()
void startPortal(partnerPlan)
