import { MessageBar, MessageBarBody } from '@fluentui/react-components'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import type { OwnPermission } from '../../shared/pages/own-purchases/purchase-api.ts'
import { GuardedButton } from '../../shared/ui/GuardedButton.tsx'
import { KeyValueList } from '../../shared/ui/KeyValueList.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { QuietText, Stack } from '../../shared/ui/Stack.tsx'

/** One kind that a partner permits, how far, and what stands in the way now. */
export function PermittedPanel({ permission, mayBuy, onBuy }: { permission: OwnPermission; mayBuy: boolean; onBuy: () => void }) {
  const { t } = useText()
  const formats = useFormats()
  const { kind, partnerName, mostEach, mostMonthly, leftThisMonth, needsApproval, currency, refusal } = permission
  const name = t(`ownPurchases.kind.${kind}`)
  const money = (amount: string) => formats.money(amount, currency!)
  const blocked = refusal?.reasonText ?? (mayBuy ? undefined : t('ownPurchases.onlyAdministrators'))
  return (
    <Panel
      title={t('ownPurchases.kindFrom', { kind: name, partner: partnerName ?? '–' })}
      acts={
        <GuardedButton appearance="primary" blockedBecause={blocked} onClick={onBuy} aria-label={t('ownPurchases.buyKind', { kind: name })}>
          {t('ownPurchases.buy')}
        </GuardedButton>
      }
    >
      <Stack>
        {refusal && (
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>{refusal.reasonText}</MessageBarBody>
          </MessageBar>
        )}
        <QuietText>{t(needsApproval ? 'ownPurchases.permittedAfterYes' : 'ownPurchases.permitted', { partner: partnerName ?? '–' })}</QuietText>
        <KeyValueList
          items={[
            { key: t('ownPurchases.mostEach'), value: mostEach === null ? t('ownPurchases.unlimited') : money(mostEach) },
            { key: t('ownPurchases.mostMonthly'), value: mostMonthly === null ? t('ownPurchases.unlimited') : t('ownPurchases.leftOf', { left: money(leftThisMonth!), amount: money(mostMonthly) }) },
          ]}
        />
      </Stack>
    </Panel>
  )
}
