import { OwnSupport } from '../../shared/pages/support/OwnSupport.tsx'

export function SupportPage() {
  return <OwnSupport asksOfRequests={false} />
}
