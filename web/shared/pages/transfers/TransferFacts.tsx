import { useText } from '../../language/LanguageProvider.tsx'
import { BulletList } from '../../ui/BulletList.tsx'
import { DateText } from '../../ui/DateText.tsx'
import { KeyValueList } from '../../ui/KeyValueList.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { isOpen, type Transfer } from './transfer-api.ts'

export function TransferFacts({ transfer }: { transfer: Transfer }) {
  const { t } = useText()
  const { from, to, namedPartnerDomain, createdAt, offeredAt, answeredAt, validUntil, status, note } = transfer
  const name = (party: Transfer['from']) => {
    if (party) return party.name
    if (!isOpen(status)) return namedPartnerDomain ?? t('transfers.notShown')
    return namedPartnerDomain === null ? t('transfers.shownLater') : t('transfers.notKnownYet', { domain: namedPartnerDomain })
  }
  return (
    <div>
      <Panel title={t('transfers.facts')}>
        <KeyValueList
          items={[
            { key: t('transfers.from'), value: name(from) },
            { key: t('transfers.to'), value: name(to) },
            { key: t('transfers.proposedAt'), value: <DateText at={createdAt} /> },
            offeredAt !== null && { key: t('transfers.offeredAt'), value: <DateText at={offeredAt} /> },
            answeredAt !== null && { key: t('transfers.answeredAt'), value: <DateText at={answeredAt} as="dateTime" /> },
            isOpen(status) && { key: t('transfers.validUntil'), value: <DateText at={validUntil} as="deadline" /> },
            note !== null && { key: t('transfers.note'), value: note },
          ]}
        />
      </Panel>
      <Panel title={t('transfers.howItGoes')}>
        <BulletList items={[t('transfers.stays.users'), t('transfers.stays.contract'), t('transfers.stays.rights'), ...(transfer.staysAsReseller ? [t('transfers.stays.reseller')] : [])]} />
      </Panel>
    </div>
  )
}
