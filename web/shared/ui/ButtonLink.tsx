import { Button, type ButtonProps } from '@fluentui/react-components'
import type { MouseEventHandler } from 'react'
import { useFollowClick, type AnchorProps, type LinkOptions } from './LinkProvider.tsx'

export type ButtonLinkProps = LinkOptions &
  Pick<AnchorProps, 'href' | 'target' | 'rel' | 'download' | 'children' | 'aria-label' | 'className' | 'id' | 'onClick'> &
  Pick<ButtonProps, 'appearance' | 'size' | 'icon' | 'iconPosition'>

/** Looks like a button, is a link: it leads somewhere, can be opened in a new tab and copied. */
export function ButtonLink({ keepsFocus, replace, onClick: first, ...props }: ButtonLinkProps) {
  const onClick = useFollowClick({ ...props, onClick: first }, { keepsFocus, replace })
  return <Button as="a" {...props} onClick={onClick as unknown as MouseEventHandler<HTMLButtonElement & HTMLAnchorElement>} />
}
