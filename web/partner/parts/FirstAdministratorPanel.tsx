import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { CredentialsDialog } from '../../shared/pages/settings/CredentialsDialog.tsx'
import { ConfirmDialog } from '../../shared/ui/ConfirmDialog.tsx'
import { DateText } from '../../shared/ui/DateText.tsx'
import { KeyValueList } from '../../shared/ui/KeyValueList.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { customerKey, type Customer } from './customer-api.ts'
import type { Credentials } from './new-customer-api.ts'

/** Of a customer that this partner added: whether its first administrator ever came, and the way to new credentials until then. */
export function FirstAdministratorPanel({ customer }: { customer: Customer }) {
  const texts = useText()
  const { t } = texts
  const { administrator, customerId } = customer
  const [isAsking, setAsking] = useState(false)
  const [issued, setIssued] = useState<Credentials | null>(null)
  const act = useAct({
    send: (_: void, idempotencyKey) => api.post<Credentials>(`/customers/${customerId}/administrator-credentials`, { idempotencyKey }),
    changes: [customerKey(customerId), ['activity']],
    onDone: (credentials) => {
      setAsking(false)
      setIssued(credentials)
    },
  })
  if (!administrator) return null
  const { userPrincipalName, hasJoined, temporaryPasswordUntil } = administrator
  return (
    <Panel title={t('customerAccount.administrator')}>
      <Stack>
        <KeyValueList
          items={[
            { key: t('customerAccount.administratorName'), value: userPrincipalName },
            { key: t('customerAccount.signInState'), value: t(hasJoined ? 'customerAccount.administratorJoined' : 'customerAccount.administratorWaits') },
            !hasJoined && temporaryPasswordUntil !== null && { key: t('customerAccount.administratorUntil'), value: <DateText at={temporaryPasswordUntil} as="deadline" /> },
          ]}
        />
        {customer.can.includes('reissueCredentials') && (
          <>
            <QuietText>{t('customerAccount.administratorText')}</QuietText>
            <div>
              <Button onClick={() => setAsking(true)}>{t('customerAccount.reissue')}</Button>
            </div>
          </>
        )}
      </Stack>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('customerAccount.reissueTitle')}
        confirmLabel={t('customerAccount.reissue')}
        isWorking={act.isPending}
        problem={act.error && !act.isPending ? describeProblem(act.error, texts) : null}
        onConfirm={() => act.mutate()}
        onCancel={() => setAsking(false)}
      >
        {t('customerAccount.reissueText')}
      </ConfirmDialog>
      {issued && <CredentialsDialog title={t('newCustomer.issuedTitle')} credentials={issued} onDone={() => setIssued(null)} />}
    </Panel>
  )
}
