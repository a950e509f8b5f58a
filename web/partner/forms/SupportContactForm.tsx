import { Button, makeStyles, MessageBar, MessageBarBody, Radio, RadioGroup, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useSignedIn } from '../../shared/api/session.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import type { SupportContact } from '../../shared/pages/service-requests/request-api.ts'
import { paths } from '../../shared/paths.ts'
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx'
import { KeyValueList } from '../../shared/ui/KeyValueList.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { ProblemBanner } from '../../shared/ui/ProblemBanner.tsx'
import { Acts, QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { TextLink } from '../../shared/ui/TextLink.tsx'
import { customerKey, customerQuery } from '../parts/customer-api.ts'
import { supportContactPath } from '../parts/support-contact-api.ts'

const useStyles = makeStyles({
  bar: { marginBottom: '20px', paddingBlock: '8px' },
  why: { display: 'block', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
  name: { overflowWrap: 'anywhere' },
})

type SupportContactFormProps = { customerId: string; subscriptionId: string; support: SupportContact; etag: string }

/** Choose the reseller, submit, look at what holds now, close: the steps of the source. */
export function SupportContactForm({ customerId, subscriptionId, support, etag }: SupportContactFormProps) {
  const { t } = useText()
  const styles = useStyles()
  const [isDone, setDone] = useState(false)
  const customer = useQuery(customerQuery(customerId)).data?.value
  return (
    <>
      {support.refusal && (
        <MessageBar layout="multiline" className={styles.bar}>
          <MessageBarBody>{support.refusal.reasonText}</MessageBarBody>
        </MessageBar>
      )}
      <Panel title={isDone ? t('supportContact.review') : t('supportContact.now')}>
        <Stack>
          {support.contact ? (
            <KeyValueList
              items={[
                customer && { key: t('serviceRequests.customer'), value: customer.companyName },
                { key: t('supportContact.contact'), value: support.contact.name },
                support.contact.supportMpnId !== null && { key: t('supportContact.mpnId'), value: support.contact.supportMpnId },
                { key: t('supportContact.how'), value: t(support.contact.isDefault ? 'supportContact.byDefault' : 'supportContact.designated') },
              ]}
            />
          ) : (
            <QuietText>{t('supportContact.notShown')}</QuietText>
          )}
          {isDone && (
            <Acts>
              <ButtonLink appearance="primary" href={paths.partner.customerSubscription(customerId, subscriptionId)}>
                {t('supportContact.close')}
              </ButtonLink>
              <Button onClick={() => setDone(false)}>{t('supportContact.change')}</Button>
            </Acts>
          )}
        </Stack>
      </Panel>
      {!isDone && !support.refusal && support.contact && <Choose customerId={customerId} subscriptionId={subscriptionId} support={support} etag={etag} onDone={() => setDone(true)} />}
    </>
  )
}

function Choose({ customerId, subscriptionId, support, etag, onDone }: SupportContactFormProps & { onDone: () => void }) {
  const texts = useText()
  const { t } = texts
  const current = support.contact!.supportTenantId
  const [chosen, setChosen] = useState(current)
  const act = useAct({
    send: (supportTenantId: string) => api.put(supportContactPath(customerId, subscriptionId), { body: { supportTenantId }, ifMatch: etag }),
    changes: [customerKey(customerId), ['activity']],
    onDone,
  })
  const { tenant } = useSignedIn()
  return (
    <Panel title={t('supportContact.choose')}>
      <Stack>
        <ProblemBanner problem={act.error && !act.isPending ? describeProblem(act.error, texts) : null} />
        <RadioGroup value={chosen} onChange={(_, { value }) => setChosen(value)} aria-label={t('supportContact.choose')}>
          <Radio value={tenant.id} label={<Labelled name={tenant.name} why={t('supportContact.sellerWhy')} />} />
          {support.candidates.map(({ supportTenantId, name, supportMpnId, hasPrivileges }) => (
            <Radio
              key={supportTenantId}
              value={supportTenantId}
              disabled={!hasPrivileges}
              label={<Labelled name={name} why={hasPrivileges ? t('supportContact.candidateWhy', { id: supportMpnId ?? '–' }) : t('supportContact.noPrivileges')} />}
            />
          ))}
        </RadioGroup>
        <QuietText>
          {t('supportContact.missing')} <TextLink href={paths.partner.indirectResellers}>{t('partnerships.indirectResellers')}</TextLink>
        </QuietText>
        <Acts>
          <Button appearance="primary" disabledFocusable={chosen === current || act.isPending} onClick={() => chosen !== current && !act.isPending && act.mutate(chosen)}>
            {t('supportContact.submit')}
          </Button>
          <ButtonLink href={paths.partner.customerSubscription(customerId, subscriptionId)}>{t('shell.cancel')}</ButtonLink>
        </Acts>
      </Stack>
    </Panel>
  )
}

function Labelled({ name, why }: { name: string; why: string }) {
  const styles = useStyles()
  return (
    <span className={styles.name}>
      {name}
      <span className={styles.why}>{why}</span>
    </span>
  )
}
