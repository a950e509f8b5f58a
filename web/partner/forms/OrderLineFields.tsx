import { Button, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { basesFor, type ChosenLine } from '../parts/chosen-line.ts'
import type { OfferList } from '../parts/subscription-api.ts'
import { usePlanName } from '../parts/use-plan-name.ts'
import { useSeatsHint } from '../parts/use-seats-hint.ts'

const useStyles = makeStyles({
  line: { margin: 0, padding: '0 0 16px', border: 0, minWidth: 0, borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, display: 'flex', flexDirection: 'column', rowGap: '12px' },
  bad: { color: tokens.colorStatusDangerForeground1 },
  head: { padding: 0, marginBottom: '8px', fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
})

type OrderLineFieldsProps = { line: ChosenLine; lines: readonly ChosenLine[]; resellers: OfferList['resellers']; onChange: (line: ChosenLine) => void; onRemove: () => void }

/** Plan, licenses, a name of one's own, and where they apply the base of an add-on and the reseller on record. */
export function OrderLineFields({ line, lines, resellers, onChange, onRemove }: OrderLineFieldsProps) {
  const styles = useStyles()
  const { t } = useText()
  const formats = useFormats()
  const seatsHint = useSeatsHint()
  const planName = usePlanName()
  const { offer } = line
  const name = offer.title
  return (
    <fieldset className={styles.line}>
      <legend className={styles.head}>{name}</legend>
      {line.refusedBecause && <span className={styles.bad}>{line.refusedBecause}</span>}
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
      <Field label={t('subscriptions.quantity')} hint={seatsHint(offer)}>
        <Input aria-label={t('subscriptions.howMany', { name })} inputMode="numeric" autoComplete="off" maxLength={7} value={line.quantity} onChange={(_, { value }) => onChange({ ...line, quantity: value.trim() })} />
      </Field>
      {offer.isAddOn && <BaseField line={line} lines={lines} onChange={onChange} />}
      <Field label={t('subscriptions.ownName')} hint={t('subscriptions.ownNameHint')}>
        <Input aria-label={t('subscriptions.nameOf', { name })} autoComplete="off" maxLength={100} value={line.friendlyName} onChange={(_, { value }) => onChange({ ...line, friendlyName: value })} />
      </Field>
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

/** What the customer has already, and what comes with this order; a base that was taken out has to be chosen anew. */
function BaseField({ line, lines, onChange }: Pick<OrderLineFieldsProps, 'line' | 'lines' | 'onChange'>) {
  const { t } = useText()
  const bases = basesFor(line.offer, lines)
  const isThere = bases.some(({ id }) => id === line.baseId)
  return (
    <Field label={t('subscriptions.base')} {...(!isThere && { validationMessage: t('subscriptions.baseGone') })}>
      <Select value={isThere ? line.baseId : ''} onChange={(_, { value }) => onChange({ ...line, baseId: value })}>
        {!isThere && <option value="">–</option>}
        {bases.map((base) => (
          <option key={base.id} value={base.id}>
            {base.isLine ? t('subscriptions.inThisOrder', { name: base.name }) : base.name}
          </option>
        ))}
      </Select>
    </Field>
  )
}
