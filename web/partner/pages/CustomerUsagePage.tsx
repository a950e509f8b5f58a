import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { DataUsageRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { UsageBadge } from '../../shared/pages/usage/UsageBadge.tsx'
import type { Column } from '../../shared/table/columns.ts'
import { DataTable } from '../../shared/table/DataTable.tsx'
import { useTableState } from '../../shared/table/use-table-state.ts'
import { DateText } from '../../shared/ui/DateText.tsx'
import { EmptyState } from '../../shared/ui/EmptyState.tsx'
import { GuardedButton } from '../../shared/ui/GuardedButton.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { Acts, QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { ProvisionUsageDrawer } from '../forms/ProvisionUsageDrawer.tsx'
import { RenameUsageDrawer } from '../forms/RenameUsageDrawer.tsx'
import { UsageActDialog } from '../forms/UsageActDialog.tsx'
import type { Customer } from '../parts/customer-api.ts'
import { CustomerFrame } from '../parts/CustomerFrame.tsx'
import { type Usage, type UsageAct, type UsagePage, usageQuery } from '../parts/usage-api.ts'

const useStyles = makeStyles({
  quiet: { display: 'block', overflowWrap: 'anywhere', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightRegular },
  long: { overflowWrap: 'anywhere' },
  head: { marginBottom: '16px', maxWidth: '90ch' },
})

/** What a partner provisioned under its usage plans, and whether its Admin agents own it [S0.6] [S0.L1.10-12]. */
export function CustomerUsagePage() {
  return <CustomerFrame view="usage">{(customer) => <UsageServices customer={customer} />}</CustomerFrame>
}

function UsageServices({ customer }: { customer: Customer }) {
  const { t } = useText()
  const styles = useStyles()
  const state = useTableState({ sort: '' })
  const page = useQuery(usageQuery(customer.customerId, { cursor: state.cursor }))
  const [isProvisioning, setProvisioning] = useState(false)
  const [acting, setActing] = useState<{ act: UsageAct; usage: Usage } | null>(null)
  const isEmpty = page.data?.items.length === 0
  const provision = !customer.removed && page.data && <Provision page={page.data} onOpen={() => setProvisioning(true)} />
  return (
    <>
      <div className={styles.head}>
        <Stack>
          <QuietText>{t('usage.intro')}</QuietText>
          {!isEmpty && provision && <Acts>{provision}</Acts>}
        </Stack>
      </div>
      <Panel isFlush>
        <DataTable
          label={t('usage.title')}
          columns={useColumns()}
          page={page}
          state={state}
          rowKey={({ usageId }) => usageId}
          rowName={({ name }) => name}
          acts={(usage) => usage.can.length > 0 && <RowActs usage={usage} onAct={(act) => setActing({ act, usage })} />}
          empty={
            <EmptyState icon={DataUsageRegular} title={t('usage.emptyTitle')} acts={provision}>
              {t('usage.emptyText')}
            </EmptyState>
          }
        />
      </Panel>
      {isProvisioning && page.data && <ProvisionUsageDrawer customerId={customer.customerId} plans={page.data.plans} onClose={() => setProvisioning(false)} />}
      {acting?.act === 'rename' && <RenameUsageDrawer customerId={customer.customerId} usage={acting.usage} onClose={() => setActing(null)} />}
      {acting && acting.act !== 'rename' && <UsageActDialog act={acting.act} customerId={customer.customerId} usage={acting.usage} onClose={() => setActing(null)} />}
    </>
  )
}

/** Stays visible where nothing can be provisioned, and says why. */
function Provision({ page: { plans, provisionBlocked }, onOpen }: { page: UsagePage; onOpen: () => void }) {
  const { t } = useText()
  return (
    <GuardedButton appearance="primary" blockedBecause={provisionBlocked?.reasonText ?? (plans.length === 0 ? t('usage.noPlan') : undefined)} onClick={onOpen}>
      {t('usage.provision')}
    </GuardedButton>
  )
}

function RowActs({ usage, onAct }: { usage: Usage; onAct: (act: UsageAct) => void }) {
  const { t } = useText()
  return (
    <Acts>
      {usage.can.map((act) => (
        <Button key={act} size="small" aria-label={`${t(`usage.${act}`)}: ${usage.name}`} onClick={() => onAct(act)}>
          {t(`usage.${act}`)}
        </Button>
      ))}
    </Acts>
  )
}

function useColumns(): readonly Column<Usage>[] {
  const { t } = useText()
  const styles = useStyles()
  return [
    {
      id: 'name',
      header: t('usage.name'),
      isTitle: true,
      width: '28%',
      cell: ({ name, planName, isSoldByThisPartner }) => (
        <>
          <span className={styles.long}>{name}</span>
          <span className={styles.quiet}>{[planName, !isSoldByThisPartner && t('usage.soldByOther')].filter(Boolean).join(' · ')}</span>
        </>
      ),
    },
    { id: 'state', header: t('usage.state'), cell: ({ status }) => <UsageBadge status={status} /> },
    { id: 'owner', header: t('usage.owner'), width: '26%', cell: (usage) => <Ownership usage={usage} /> },
    { id: 'created', header: t('usage.created'), cell: ({ createdAt }) => <DateText at={createdAt} /> },
  ]
}

function Ownership({ usage: { isOwner, ownerSince, ownerUntil, otherOwners } }: { usage: Usage }) {
  const { t } = useText()
  const styles = useStyles()
  const formats = useFormats()
  const line = isOwner ? t('usage.ownerSince', { date: formats.date(ownerSince!) }) : ownerUntil === null ? t('usage.notOwner') : t('usage.ownerEnded', { date: formats.date(ownerUntil) })
  return (
    <>
      {line}
      {otherOwners.length > 0 && <span className={styles.quiet}>{t('usage.alsoOwner', { names: otherOwners.join(', ') })}</span>}
      {!isOwner && <span className={styles.quiet}>{t('usage.askOwner')}</span>}
    </>
  )
}
