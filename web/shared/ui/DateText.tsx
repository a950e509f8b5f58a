import { useFormats } from '../language/LanguageProvider.tsx'

export type DateTextProps = {
  at: string
  /** `deadline` names the time zone; `relative` keeps the exact instant as a tooltip. */
  as?: 'date' | 'dateTime' | 'deadline' | 'shortDeadline' | 'relative'
}

/** An instant in the reader's language and the tenant's time zone. */
export function DateText({ at, as = 'date' }: DateTextProps) {
  const formats = useFormats()
  return (
    <time dateTime={at} title={formats.deadline(at)}>
      {formats[as](at)}
    </time>
  )
}
