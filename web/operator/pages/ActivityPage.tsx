import { ActivityLog } from '../../shared/pages/activity/ActivityLog.tsx'

export function ActivityPage() {
  return <ActivityLog counterparts={null} />
}
