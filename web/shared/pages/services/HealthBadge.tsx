import { CheckmarkCircleRegular, DismissCircleRegular, type FluentIcon, InfoRegular, QuestionCircleRegular, WarningRegular } from '@fluentui/react-icons'
import { useText } from '../../language/LanguageProvider.tsx'
import { type BadgeTone, StatusBadge } from '../../ui/StatusBadge.tsx'
import type { Health } from './service-api.ts'

const looks: Record<Health, { tone: BadgeTone; icon: FluentIcon }> = {
  working: { tone: 'good', icon: CheckmarkCircleRegular },
  advisory: { tone: 'accent', icon: InfoRegular },
  degraded: { tone: 'waiting', icon: WarningRegular },
  interrupted: { tone: 'bad', icon: DismissCircleRegular },
  notStated: { tone: 'ended', icon: QuestionCircleRegular },
}

/** How a service stands, in a word with a sign; never a colour alone, and no green that nobody stated. */
export function HealthBadge({ health }: { health: Health }) {
  const { t } = useText()
  return (
    <StatusBadge tone={looks[health].tone} icon={looks[health].icon}>
      {t(`services.health.${health}`)}
    </StatusBadge>
  )
}
