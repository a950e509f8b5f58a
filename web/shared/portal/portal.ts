import type { FluentIcon } from '@fluentui/react-icons'
import { createContext, use, useEffect, type ComponentType } from 'react'
import type { SignedInSession } from '../api/types.ts'
import type { MessageKey } from '../language/translate.ts'
import { paths, type Portal } from '../paths.ts'

/** A page of its own file, loaded when somebody goes there. */
export type PortalPage = { path: string; load: () => Promise<ComponentType> }

/** `page(paths.partner.customers, () => import('./pages/CustomersPage.tsx'), 'CustomersPage')` */
export function page<Name extends string>(
  path: string,
  load: () => Promise<Record<Name, ComponentType>>,
  name: Name,
): PortalPage {
  return { path, load: async () => (await load())[name] }
}

export type NavigationEntry = {
  /** A message, or a name that the cloud manifest gives. */
  label: MessageKey | ((session: SignedInSession) => { readonly en: string })
  href: string
  icon: FluentIcon
  /** for whom it is there; everybody where nothing is said */
  isFor?: (session: SignedInSession) => boolean
}

export type PortalPlan = {
  portal: Portal
  /** Where the start page leads. */
  start: string
  /** Pages behind the sign-in door. */
  signedIn: readonly PortalPage[]
  /** Pages for everybody, signed in or not. */
  open: readonly PortalPage[]
  /** Pages of the door itself. */
  visitor: readonly PortalPage[]
  navigation: readonly NavigationEntry[]
  settings: readonly NavigationEntry[]
}

/** How the portal is dressed: the skin of a cloud, and the name the cloud gives to the portal. */
export type Dress = { skinName: string; productName: string }

type Around = { plan: PortalPlan; dress: Dress; dressAs: (dress: Dress | null) => void }

export const PortalContext = createContext<Around | null>(null)

export function usePortal(): Around {
  const around = use(PortalContext)
  if (!around) throw new TypeError('Portal is missing above this component')
  return around
}

/** The addresses that every portal has, of this one. */
export function useDoors() {
  return paths[usePortal().plan.portal]
}

/** A page that knows the cloud before anybody has signed in, such as an invitation, dresses the portal for it. */
export function useDressAs(dress: Dress | null): void {
  const { dressAs } = usePortal()
  const skinName = dress?.skinName
  const productName = dress?.productName
  useEffect(() => {
    dressAs(skinName && productName ? { skinName, productName } : null)
    return () => dressAs(null)
  }, [dressAs, skinName, productName])
}
