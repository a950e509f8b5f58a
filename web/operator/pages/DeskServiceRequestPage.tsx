import { RequestPage } from '../../shared/pages/service-requests/RequestPage.tsx'

export function DeskServiceRequestPage() {
  return <RequestPage side="operator" />
}
