export { NotificationsPage } from '../../shared/pages/notifications/NotificationsPage.tsx'
