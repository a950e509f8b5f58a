import { createContext, use, type AnchorHTMLAttributes, type MouseEvent, type ReactNode, type Ref } from 'react'

export type LinkOptions = {
  /** A tab bar keeps the focus; every other way in moves it to the heading of the page. */
  keepsFocus?: boolean
  /** Takes the place of the present page in the history. */
  replace?: boolean
}

export type Follow = (href: string, options: LinkOptions) => void

/** How an address is followed is the portal's business; until it says so, a link is a link. */
const FollowContext = createContext<Follow | null>(null)

/** Where the rule of a cloud is read that refused something, by its name. */
export type RuleHref = (rule: string) => string

const RuleContext = createContext<RuleHref | null>(null)

export function LinkProvider({ follow, ruleHref, children }: { follow: Follow; ruleHref: RuleHref; children: ReactNode }) {
  return (
    <FollowContext value={follow}>
      <RuleContext value={ruleHref}>{children}</RuleContext>
    </FollowContext>
  )
}

/** Null where no page says the rules. */
export function useRuleHref(rule: string | null | undefined): string | null {
  const href = use(RuleContext)
  return rule && href ? href(rule) : null
}

export type AnchorProps = AnchorHTMLAttributes<HTMLAnchorElement> & LinkOptions & { href: string; ref?: Ref<HTMLAnchorElement> }

/** A link that the portal follows without loading the page anew; new tabs and downloads stay with the browser. */
export function Anchor({ keepsFocus, replace, ...props }: AnchorProps) {
  const onClick = useFollowClick(props, { keepsFocus, replace })
  return <a {...props} onClick={onClick} />
}

type Clicked = Pick<AnchorProps, 'href' | 'target' | 'download' | 'onClick'>

export function useFollowClick(link: Clicked, options: LinkOptions): (event: MouseEvent<HTMLAnchorElement>) => void {
  const follow = use(FollowContext)
  return (event) => {
    link.onClick?.(event)
    const isForBrowser = event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey
    const isOwn = link.href.startsWith('/') && !link.href.startsWith('//') && !link.target && link.download === undefined
    if (!follow || event.defaultPrevented || isForBrowser || !isOwn) return
    event.preventDefault()
    follow(link.href, options)
  }
}

/** For acts that end in another place, such as a menu item. */
export function useFollow(): (href: string, options?: LinkOptions) => void {
  const follow = use(FollowContext)
  return (href, options = {}) => (follow ? follow(href, options) : location.assign(href))
}
