import { Button, Tooltip, type ButtonProps } from '@fluentui/react-components'
import type { Ref } from 'react'

export type GuardedButtonProps = ButtonProps & {
  ref?: Ref<HTMLButtonElement>
  /** Why it is not live now; the button stays visible and says so, to those who see it and those who hear it. */
  blockedBecause?: string | undefined
}

/** A button of an act that the person may not always do. */
export function GuardedButton({ blockedBecause, ...props }: GuardedButtonProps) {
  if (blockedBecause === undefined) return <Button {...props} />
  return (
    <Tooltip content={blockedBecause} relationship="description" withArrow>
      <Button {...props} disabledFocusable />
    </Tooltip>
  )
}
