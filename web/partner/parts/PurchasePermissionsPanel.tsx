import { makeStyles, MessageBar, MessageBarBody, MessageBarTitle, Switch, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { boardQuery, type Permission, type PermissionBoard } from '../../shared/pages/own-purchases/purchase-api.ts'
import { BulletList } from '../../shared/ui/BulletList.tsx'
import { ErrorState } from '../../shared/ui/ErrorState.tsx'
import { GuardedButton } from '../../shared/ui/GuardedButton.tsx'
import { LoadingState } from '../../shared/ui/LoadingState.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { DeletePermissionDialog } from '../forms/DeletePermissionDialog.tsx'
import { PurchaseLimitsDrawer } from '../forms/PurchaseLimitsDrawer.tsx'

const useStyles = makeStyles({
  kind: { paddingTop: '14px', borderTop: `1px solid ${tokens.colorNeutralStroke2}`, display: 'flex', flexDirection: 'column', rowGap: '8px', alignItems: 'start' },
  name: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  bar: { paddingBlock: '8px' },
})

/** What the customer may buy itself on this partner's bill: off until somebody switches it on [S4.L8.1, S4.L8.3]. */
export function PurchasePermissionsPanel({ customerId }: { customerId: string }) {
  const texts = useText()
  const { t } = texts
  const styles = useStyles()
  const query = useQuery(boardQuery(customerId))
  const board = query.data
  return (
    <Panel title={t('ownPurchases.permissions')}>
      {!board && (query.error ? <ErrorState problem={describeProblem(query.error, texts)} onRetry={() => void query.refetch()} /> : <LoadingState lines={4} />)}
      {board && (
        <Stack>
          <QuietText>{t('ownPurchases.permissionsText')}</QuietText>
          {board.missing.length > 0 && (
            <MessageBar intent="warning" layout="multiline" className={styles.bar}>
              <MessageBarBody>
                <MessageBarTitle>{t('ownPurchases.missing')}</MessageBarTitle>
                <BulletList items={board.missing.map(({ reasonText }) => reasonText)} />
              </MessageBarBody>
            </MessageBar>
          )}
          {board.blocked && <QuietText>{board.blocked.reasonText}</QuietText>}
          {board.kinds.map((line) => (
            <Kind key={line.kind} customerId={customerId} board={board} line={line} />
          ))}
        </Stack>
      )}
    </Panel>
  )
}

function Kind({ customerId, board, line }: { customerId: string; board: PermissionBoard; line: PermissionBoard['kinds'][number] }) {
  const { t } = useText()
  const styles = useStyles()
  const formats = useFormats()
  const [open, setOpen] = useState<'limits' | 'off' | null>(null)
  const { kind, permission, last } = line
  const name = t(`ownPurchases.kind.${kind}`)
  const close = () => setOpen(null)
  return (
    <section aria-label={name} className={styles.kind}>
      <h3 className={styles.name}>{name}</h3>
      <Switch
        label={t('ownPurchases.allow')}
        checked={permission !== null}
        disabled={board.blocked !== null}
        onChange={() => setOpen(permission === null ? 'limits' : 'off')}
        aria-label={t('ownPurchases.allowKind', { kind: name })}
      />
      {permission ? <Limits permission={permission} /> : last && <QuietText>{t(`ownPurchases.ended.${last.endedBecause ?? 'deleted'}`, { name: last.endedByName ?? '–', date: formats.date(last.endedAt!) })}</QuietText>}
      {permission && (
        <GuardedButton size="small" blockedBecause={board.blocked?.reasonText} onClick={() => setOpen('limits')} aria-label={t('ownPurchases.changeKind', { kind: name })}>
          {t('ownPurchases.change')}
        </GuardedButton>
      )}
      {open === 'limits' && <PurchaseLimitsDrawer customerId={customerId} kind={kind} permission={permission} currency={board.currency} onClose={close} />}
      {open === 'off' && permission && <DeletePermissionDialog customerId={customerId} permission={permission} onClose={close} />}
    </section>
  )
}

function Limits({ permission: { currency, mostEach, mostMonthly, needsApproval, alerts, createdByName, createdAt } }: { permission: Permission }) {
  const { t } = useText()
  const formats = useFormats()
  const money = (amount: string | null) => (amount === null ? t('ownPurchases.unlimited') : formats.money(amount, currency!))
  return (
    <BulletList
      items={[
        t('ownPurchases.since', { name: createdByName ?? '–', date: formats.date(createdAt) }),
        t('ownPurchases.eachIs', { amount: money(mostEach) }),
        t('ownPurchases.monthlyIs', { amount: money(mostMonthly) }),
        t(needsApproval ? 'ownPurchases.approvalOn' : 'ownPurchases.approvalOff'),
        ...(needsApproval ? [] : [t(alerts ? 'ownPurchases.alertsOn' : 'ownPurchases.alertsOff')]),
      ]}
    />
  )
}
