import type { Portal } from '../paths.ts'
import { paths } from '../paths.ts'
import { page, type PortalPage } from '../portal/portal.ts'

/** The pages of the door, the same in every portal. */
export function doorPages(portal: Portal): readonly PortalPage[] {
  const doors = paths[portal]
  return [
    page(doors.signIn, () => import('./SignInPage.tsx'), 'SignInPage'),
    page(doors.forgotPassword, () => import('./ForgotPasswordPage.tsx'), 'ForgotPasswordPage'),
    page(doors.setPassword, () => import('./ChoosePasswordPage.tsx'), 'ChoosePasswordPage'),
    page(doors.organizationSignIn, () => import('./OrganizationSignInPage.tsx'), 'OrganizationSignInPage'),
    page(doors.outsideReturn('$organizationId'), () => import('./OutsideReturnPage.tsx'), 'OutsideReturnPage'),
    page(doors.confirmMail, () => import('./ConfirmMailPage.tsx'), 'ConfirmMailPage'),
    page(doors.unsubscribe, () => import('./notifications/StopMailsPage.tsx'), 'StopMailsPage'),
  ]
}
