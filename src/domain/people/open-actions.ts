import { type Action, actions, permissionOf } from '../permissions.ts'
import { isDeniedByCloud, mightAllow, type RightsFacts } from '../rights.ts'

/**
 * What the person's roles may open, on whatever object; the portals show these pages and buttons. One object's own `can`
 * says more, and the act itself is judged anew.
 */
export function openActions(roles: readonly string[], isPartner: boolean, facts: Pick<RightsFacts, 'roleDenials'>): Action[] {
  return actions.filter((action) => {
    const everybody: readonly string[] = permissionOf(action).roles
    if (everybody.includes('visitor') || everybody.includes('system') || !mightAllow(roles, action)) return false
    return !(isPartner && isDeniedByCloud(roles, action, facts))
  })
}
