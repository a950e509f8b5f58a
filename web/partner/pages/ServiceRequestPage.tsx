import { RequestPage } from '../../shared/pages/service-requests/RequestPage.tsx'

export function ServiceRequestPage() {
  return <RequestPage side="partner" />
}
