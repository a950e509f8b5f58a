import { Button, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import type { ChosenLine } from '../parts/chosen-line.ts'
import type { OfferList } from '../parts/subscription-api.ts'
import { usePlanName } from '../parts/use-plan-name.ts'

const useStyles = makeStyles({
  line: { margin: 0, padding: '0 0 16px', border: 0, minWidth: 0, borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, display: 'flex', flexDirection: 'column', rowGap: '12px' },
  head: { padding: 0, marginBottom: '8px', fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
})

type OrderLineFieldsProps = { line: ChosenLine; resellers: OfferList['resellers']; onChange: (line: ChosenLine) => void; onRemove: () => void }

/** Plan, licenses, and where they apply the base of an add-on and the reseller on record. */
export function OrderLineFields({ line, resellers, onChange, onRemove }: OrderLineFieldsProps) {
  const styles = useStyles()
  const { t } = useText()
  const formats = useFormats()
  const planName = usePlanName()
  const { offer } = line
  const name = offer.title
  return (
    <fieldset className={styles.line}>
      <legend className={styles.head}>{name}</legend>
      <Field label={t('subscriptions.termAndCycle')}>
        <Select aria-label={t('subscriptions.choosePlan', { name })} value={String(line.plan)} onChange={(_, { value }) => onChange({ ...line, plan: Number(value) })}>
          {offer.plans.map((plan, place) => (
            <option key={`${plan.term} ${plan.billingCycle}`} value={place}>
              {planName(plan)}
              {plan.unitPrice === null ? '' : `: ${formats.money(plan.unitPrice, plan.currency)}`}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('subscriptions.quantity')} hint={t('subscriptions.seatsHint', { min: formats.number(offer.minQuantity), max: formats.number(offer.maxQuantity) })}>
        <Input aria-label={t('subscriptions.howMany', { name })} inputMode="numeric" autoComplete="off" maxLength={7} value={line.quantity} onChange={(_, { value }) => onChange({ ...line, quantity: value.trim() })} />
      </Field>
      {offer.isAddOn && (
        <Field label={t('subscriptions.base')}>
          <Select value={line.baseId} onChange={(_, { value }) => onChange({ ...line, baseId: value })}>
            {offer.bases.map((base) => (
              <option key={base.subscriptionId} value={base.subscriptionId}>
                {base.name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {resellers.length > 0 && (
        <Field label={t('subscriptions.resellerOnRecord')}>
          <Select value={line.resellerId} onChange={(_, { value }) => onChange({ ...line, resellerId: value })}>
            <option value="">{t('subscriptions.noReseller')}</option>
            {resellers.map((reseller) => (
              <option key={reseller.id} value={reseller.id}>
                {reseller.name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <div>
        <Button size="small" aria-label={t('subscriptions.removeName', { name })} onClick={onRemove}>
          {t('subscriptions.remove')}
        </Button>
      </div>
    </fieldset>
  )
}
