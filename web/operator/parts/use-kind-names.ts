import { useText } from '../../shared/language/LanguageProvider.tsx'

/** What a tenant is, in words; a tenant may be several at once. */
export function useKindNames(): (kinds: readonly string[]) => string[] {
  const { t, has } = useText()
  const nameOf = (kind: string): string => {
    const key = [`settings.kind.${kind}`, `operator.kind.${kind}`].find(has)
    return key ? t(key as 'settings.kind.directBill') : kind
  }
  return (kinds) => kinds.map(nameOf)
}
