import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { paths } from '../../shared/paths.ts'
import { useDressAs, type PortalPage } from '../../shared/portal/portal.ts'
import { keptDress } from './invitation-link.ts'

/** A page of the door that wears the cloud of the invitation, when it stands on the way back to it. */
export function dressedDoor({ path, load }: PortalPage): PortalPage {
  return {
    path,
    load: async () => {
      const Page = await load()
      return function DressedDoor() {
        const { returnTo } = useSearch({ strict: false }) as { returnTo?: string }
        const [dress] = useState(keptDress)
        useDressAs(returnTo?.startsWith(paths.customer.partnerInvitation) ? dress : null)
        return <Page />
      }
    },
  }
}
