import { useCan } from '../../shared/api/session.ts'
import { OwnSupport } from '../../shared/pages/support/OwnSupport.tsx'
import { paths } from '../../shared/paths.ts'

export function SupportPage() {
  return <OwnSupport asksOfRequests requests={useCan()('serviceRequest.list') ? paths.partner.serviceRequests : null} />
}
