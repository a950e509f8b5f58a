import { Button, Tooltip, type ButtonProps } from '@fluentui/react-components'
import { CheckmarkRegular, CopyRegular } from '@fluentui/react-icons'
import { useEffect, useState } from 'react'
import { useText } from '../language/LanguageProvider.tsx'
import { useAnnounce } from './announce.tsx'

export type CopyButtonProps = {
  text: string
  /** What is copied, for the accessible name: "Copy tenant id". */
  what: string
  /** Shows words beside the icon. */
  isLabelled?: boolean
  appearance?: ButtonProps['appearance']
  size?: ButtonProps['size']
  onCopied?: () => void
}

/** Copies and says so, on the button and to those who hear the page. */
export function CopyButton({ text, what, isLabelled = false, appearance = 'subtle', size = 'small', onCopied }: CopyButtonProps) {
  const { t } = useText()
  const announce = useAnnounce()
  const [isCopied, setCopied] = useState(false)

  useEffect(() => {
    if (!isCopied) return
    const timer = setTimeout(() => setCopied(false), 2_500)
    return () => clearTimeout(timer)
  }, [isCopied])

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setCopied(true)
      announce(t('shell.copied'))
      onCopied?.()
    } catch {
      announce(t('shell.copyFailed'))
    }
  }

  const name = t('shell.copyWhat', { what })
  const icon = isCopied ? <CheckmarkRegular /> : <CopyRegular />
  if (isLabelled) {
    return (
      <Button appearance={appearance} size={size} icon={icon} onClick={copy}>
        {isCopied ? t('shell.copied') : name}
      </Button>
    )
  }
  return (
    <Tooltip content={isCopied ? t('shell.copied') : name} relationship="label">
      <Button appearance={appearance} size={size} icon={icon} onClick={copy} />
    </Tooltip>
  )
}
