import { startPortal } from '../shared/portal/start-portal.tsx'
import { partnerPlan } from './routes.tsx'

void startPortal(partnerPlan)
