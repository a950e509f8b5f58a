import { Navigate } from '@tanstack/react-router'
import { paths } from '../../shared/paths.ts'

/** A customer's people are its users: one list, with one address in the navigation. */
export function SettingsPeoplePage() {
  return <Navigate to={paths.customer.users} replace />
}
