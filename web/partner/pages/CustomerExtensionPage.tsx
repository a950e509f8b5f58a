import { Checkbox, Field, makeStyles, Select, Spinner, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { HandOverProblems } from '../../shared/pages/hand-overs/HandOverProblems.tsx'
import { paths } from '../../shared/paths.ts'
import { usePathId } from '../../shared/portal/use-path-id.ts'
import { BulletList } from '../../shared/ui/BulletList.tsx'
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx'
import { ErrorState } from '../../shared/ui/ErrorState.tsx'
import { GuardedButton } from '../../shared/ui/GuardedButton.tsx'
import { useFollow } from '../../shared/ui/LinkProvider.tsx'
import { LoadingState } from '../../shared/ui/LoadingState.tsx'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { ProblemBanner } from '../../shared/ui/ProblemBanner.tsx'
import { Acts, QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { TextLink } from '../../shared/ui/TextLink.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'
import { extensionPreviewQuery, type ExtensionPreview } from '../parts/extension-api.ts'
import { useMayHandOver } from '../parts/use-may-hand-over.ts'

const useStyles = makeStyles({ heading: { margin: '0 0 6px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold } })

/** A customer served directly is lent to a provider: what that changes for each of the three, and the act (D.2). */
export function CustomerExtensionPage() {
  const texts = useText()
  const { t } = texts
  const customerId = usePathId('customerId')
  const [providerId, setProviderId] = useState('')
  const query = useQuery(extensionPreviewQuery(customerId, providerId))
  return (
    <>
      <PageHeader title={t('handOvers.lend')} intro={query.data?.customer.name} above={<TextLink href={paths.partner.customerAccount(customerId)}>{t('customerAccount.title')}</TextLink>} />
      {query.data ? (
        <Lending preview={query.data} providerId={providerId} onChoose={setProviderId} />
      ) : (
        <Panel>{query.error ? <ErrorState problem={describeProblem(query.error, texts)} onRetry={() => void query.refetch()} /> : <LoadingState lines={8} />}</Panel>
      )}
    </>
  )
}

function Lending({ preview, providerId, onChoose }: { preview: ExtensionPreview; providerId: string; onChoose: (providerId: string) => void }) {
  const styles = useStyles()
  const texts = useText()
  const { t } = texts
  const notify = useNotify()
  const follow = useFollow()
  const mayNot = useMayHandOver()
  const [isTicked, setTicked] = useState(false)
  const { customer, providers, problems, statement } = preview
  const act = useAct({
    send: (_: void, idempotencyKey) => api.post(`/customers/${customer.id}/extension`, { body: { providerId, statementSha256: statement.sha256 }, idempotencyKey }),
    changes: [['customer', customer.id], ['customers'], ['activity']],
    onDone: () => {
      notify.done(t('handOvers.done.lend'))
      follow(paths.partner.customerAccount(customer.id))
    },
  })
  const blocked = mayNot ?? (problems.length > 0 ? t('handOvers.blocked.inTheWay') : providerId === '' ? t('handOvers.blocked.provider') : isTicked ? undefined : t('handOvers.blocked.tick'))
  return (
    <>
      <HandOverProblems problems={problems} />
      <Panel title={t('handOvers.whatChanges')}>
        <Stack>
          <Field label={t('handOvers.provider')}>
            <Select value={providerId} onChange={(_, { value }) => onChoose(value)}>
              <option value="">{t('handOvers.chooseProvider')}</option>
              {providers.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
          {([['you', preview.forPartner], ['provider', preview.forProvider], ['customer', preview.forCustomer]] as const).map(([whom, lines]) => (
            <section key={whom}>
              <h3 className={styles.heading}>{t(`handOvers.for.${whom}`)}</h3>
              <BulletList items={lines} />
            </section>
          ))}
        </Stack>
      </Panel>
      <Panel title={t('handOvers.lendAnswer')}>
        <Stack>
          <ProblemBanner problem={act.error && !act.isPending ? describeProblem(act.error, texts) : null} />
          <Checkbox checked={isTicked} label={statement.text} onChange={(_, { checked }) => setTicked(checked === true)} />
          <Acts>
            <GuardedButton
              appearance="primary"
              blockedBecause={blocked}
              disabledFocusable={act.isPending || blocked !== undefined}
              icon={act.isPending ? <Spinner size="tiny" aria-hidden="true" /> : undefined}
              onClick={() => blocked === undefined && !act.isPending && act.mutate()}
            >
              {t('handOvers.act.lend')}
            </GuardedButton>
            <ButtonLink href={paths.partner.customerAccount(customer.id)}>{t('shell.cancel')}</ButtonLink>
          </Acts>
          <QuietText>{blocked ?? t('invitation.stepUpNote')}</QuietText>
        </Stack>
      </Panel>
    </>
  )
}
