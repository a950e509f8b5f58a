import { RequestPage } from '../../shared/pages/service-requests/RequestPage.tsx'

export function OwnServiceRequestPage() {
  return <RequestPage side="customer" />
}
