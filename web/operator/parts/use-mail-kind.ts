import { useText } from '../../shared/language/LanguageProvider.tsx'

/** What a letter is called; one that this page does not know yet, by its own word. */
export function useMailKind(): (template: string) => string {
  const { t, has } = useText()
  return (template) => (has(`mail.kind.${template}`) ? t(`mail.kind.${template}` as 'mail.kind.testMessage') : template)
}
