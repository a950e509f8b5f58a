import { useSession } from '../api/session.ts'
import { SignedInFrame } from './SignedInFrame.tsx'
import { VisitorFrame } from './VisitorFrame.tsx'

/** For pages that everybody may reach: inside the shell for a signed-in person, at the door for others. */
export function OpenFrame() {
  return useSession().signedIn ? <SignedInFrame /> : <VisitorFrame />
}
