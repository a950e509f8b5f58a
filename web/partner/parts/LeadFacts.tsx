import { makeStyles } from '@fluentui/react-components'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { DateText } from '../../shared/ui/DateText.tsx'
import { KeyValueList } from '../../shared/ui/KeyValueList.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { QuietText } from '../../shared/ui/Stack.tsx'
import type { Lead } from './referral-api.ts'

const useStyles = makeStyles({ link: { color: 'inherit', overflowWrap: 'anywhere' } })

/** Who asks, how to reach them, and what happened when. */
export function LeadFacts({ lead }: { lead: Lead }) {
  const { t } = useText()
  const formats = useFormats()
  const { company, deal } = lead
  return (
    <>
      <ContactPanel lead={lead} />
      {deal && (
        <Panel title={t('referrals.deal')}>
          <KeyValueList
            items={[
              { key: t('referrals.dealName'), value: deal.name },
              { key: t('referrals.dealValue'), value: `${formats.number(Number(deal.value))} ${deal.currency}` },
              { key: t('referrals.closingOn'), value: formats.day(deal.closingOn) },
              deal.crmId !== null && { key: t('referrals.crmId'), value: deal.crmId },
              deal.campaignId !== null && { key: t('referrals.campaignId'), value: deal.campaignId },
            ]}
          />
        </Panel>
      )}
      <Panel title={t('referrals.facts')}>
        <KeyValueList
          items={[
            { key: t('referrals.company'), value: company.name },
            { key: t('referrals.country'), value: formats.country(company.country) },
            company.domain !== null && { key: t('referrals.domain'), value: company.domain },
            company.size !== null && { key: t('referrals.size'), value: company.size },
            { key: t('referrals.kind'), value: t(`referrals.kind.${lead.kind}`) },
            { key: t('referrals.received'), value: <DateText at={lead.receivedAt} as="dateTime" /> },
            lead.status === 'received' && { key: t('referrals.answerBy'), value: <DateText at={lead.expiresAt} as="dateTime" /> },
            lead.answeredAt !== null && { key: t('referrals.answeredAt'), value: <DateText at={lead.answeredAt} as="dateTime" /> },
            lead.answeredAt !== null && { key: t('referrals.answeredBy'), value: lead.answeredByName ?? t('referrals.erased') },
            lead.closedAt !== null && { key: t('referrals.closedAt'), value: <DateText at={lead.closedAt} as="dateTime" /> },
            lead.declineReason !== null && { key: t('referrals.declineReason'), value: t(`referrals.reason.${lead.declineReason as 'other'}`) },
            lead.declineNote !== null && { key: t('referrals.declineNote'), value: lead.declineNote },
          ]}
        />
      </Panel>
    </>
  )
}

function ContactPanel({ lead: { contact } }: { lead: Lead }) {
  const { t } = useText()
  const styles = useStyles()
  const isGone = contact.name === null && contact.mail === null && contact.phone === null
  return (
    <Panel title={t('referrals.contact')}>
      {isGone ? (
        <QuietText>{t('referrals.contactGone')}</QuietText>
      ) : (
        <KeyValueList
          items={[
            contact.name !== null && { key: t('referrals.contactName'), value: contact.name },
            contact.mail !== null && { key: t('referrals.mail'), value: <a className={styles.link} href={`mailto:${encodeURIComponent(contact.mail)}`}>{contact.mail}</a> },
            contact.phone !== null && { key: t('referrals.phone'), value: <a className={styles.link} href={`tel:${contact.phone.replaceAll(/[^+0-9]/g, '')}`}>{contact.phone}</a> },
          ]}
        />
      )}
    </Panel>
  )
}
