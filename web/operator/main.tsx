import { startPortal } from '../shared/portal/start-portal.tsx'
import { operatorPlan } from './routes.tsx'

void startPortal(operatorPlan)
