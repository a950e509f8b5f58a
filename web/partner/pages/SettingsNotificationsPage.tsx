import { NotificationSettings } from '../../shared/pages/notifications/NotificationSettings.tsx'

export function SettingsNotificationsPage() {
  return <NotificationSettings />
}
