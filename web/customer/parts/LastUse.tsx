import { useText } from '../../shared/language/LanguageProvider.tsx'
import { DateText } from '../../shared/ui/DateText.tsx'
import type { HeldPrivilege } from './partner-api.ts'

/** When privileges were used last, and by whom; a person whose data were erased has no name any more. */
export function LastUse({ privilege }: { privilege: HeldPrivilege }) {
  const { t, rich } = useText()
  const { lastUsedAt, lastUsedBy } = privilege
  if (!lastUsedAt) return <>{t('shell.never')}</>
  const when = <DateText at={lastUsedAt} as="relative" />
  return <>{lastUsedBy ? rich('partners.lastUseBy', { when, who: <bdi>{lastUsedBy}</bdi> }) : when}</>
}
