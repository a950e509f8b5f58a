import { useText } from '../../language/LanguageProvider.tsx'
import { CopyableId } from '../../ui/CopyableId.tsx'
import { DateText } from '../../ui/DateText.tsx'
import { KeyValueList } from '../../ui/KeyValueList.tsx'
import { Panel } from '../../ui/Panel.tsx'
import type { ServiceRequest, Side } from './request-api.ts'

/** Who, what and by when. */
export function RequestFacts({ side, request }: { side: Side; request: ServiceRequest }) {
  const { t } = useText()
  const { customer, partner, desk, serviceName, subscription, filedByName, filedSide, openedAt, closedAt, answerDueAt } = request
  return (
    <Panel title={t('serviceRequests.facts')}>
      <KeyValueList
        items={[
          side !== 'customer' && { key: t('serviceRequests.customer'), value: customer.name ?? t('shell.unknown') },
          { key: t('serviceRequests.desk'), value: desk === 'operator' ? t('serviceRequests.operator') : (partner?.name ?? t('shell.unknown')) },
          desk === 'operator' && partner !== null && { key: t('serviceRequests.follows'), value: partner.name ?? t('shell.unknown') },
          answerDueAt !== null && { key: t('serviceRequests.dueAt'), value: <DateText at={answerDueAt} as="deadline" /> },
          { key: t('serviceRequests.filedBy'), value: `${filedByName ?? t('serviceRequests.erased')} · ${t(`serviceRequests.side.${filedSide}`)}` },
          { key: t('serviceRequests.openedAt'), value: <DateText at={openedAt} as="dateTime" /> },
          closedAt !== null && { key: t('serviceRequests.closedAt'), value: <DateText at={closedAt} as="dateTime" /> },
          serviceName !== null && { key: t('serviceRequests.service'), value: serviceName },
          subscription !== null && { key: t('serviceRequests.subscription'), value: subscription.name ?? <CopyableId id={subscription.id} what={t('serviceRequests.subscription')} /> },
          { key: t('serviceRequests.number'), value: <CopyableId id={request.id} what={t('serviceRequests.number')} /> },
        ]}
      />
    </Panel>
  )
}
