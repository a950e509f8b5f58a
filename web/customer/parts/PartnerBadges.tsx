import { ShieldCheckmarkRegular, ShieldErrorRegular } from '@fluentui/react-icons'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { StatusBadge } from '../../shared/ui/StatusBadge.tsx'

export function VerifiedBadge({ isVerified }: { isVerified: boolean }) {
  const { t } = useText()
  return isVerified ? (
    <StatusBadge tone="good" icon={ShieldCheckmarkRegular}>
      {t('invitation.verified')}
    </StatusBadge>
  ) : (
    <StatusBadge tone="waiting" icon={ShieldErrorRegular}>
      {t('invitation.notVerified')}
    </StatusBadge>
  )
}

/** The kinds of a partner in the reader's words; a kind that is not known here is shown as it is. */
export function PartnerKinds({ kinds }: { kinds: readonly string[] }) {
  const { t, has } = useText()
  const names = kinds.map((kind) => {
    const key = `invitation.kind.${kind}`
    return has(key) ? t(key as 'invitation.kind.directBill') : kind
  })
  return <>{names.join(' · ')}</>
}
