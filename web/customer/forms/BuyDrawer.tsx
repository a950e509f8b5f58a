import { Button, Field, Input, makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { FittingSelect } from '../../shared/form/FittingSelect.tsx'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { type OwnPermission, permissionsKey, type PermittedOffer, permittedOffersQuery, previewQuery, type PurchasePreview, purchasesKey } from '../../shared/pages/own-purchases/purchase-api.ts'
import { FormDrawer } from '../../shared/ui/FormDrawer.tsx'
import { KeyValueList } from '../../shared/ui/KeyValueList.tsx'
import { LoadingState } from '../../shared/ui/LoadingState.tsx'
import { ProblemBanner } from '../../shared/ui/ProblemBanner.tsx'
import { Acts, QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'

const useStyles = makeStyles({ cost: { padding: '14px 16px', borderRadius: tokens.borderRadiusLarge, backgroundColor: tokens.colorNeutralBackground3, display: 'flex', flexDirection: 'column', rowGap: '12px' } })

type BuyDrawerProps = { permission: OwnPermission; onClose: () => void }

/** Offer, plan and quantity, with what the partner will have to pay before anything is bought [S4.L8.6]. */
export function BuyDrawer({ permission, onClose }: BuyDrawerProps) {
  const texts = useText()
  const { t } = texts
  const { permissionId, kind, partnerName } = permission
  const offers = useQuery(permittedOffersQuery(permissionId))
  const items = offers.data?.items
  return (
    <FormDrawer title={t('ownPurchases.buyKind', { kind: t(`ownPurchases.kind.${kind}`) })} intro={t('ownPurchases.priceText', { partner: partnerName ?? '–' })} onClose={onClose}>
      {offers.error && <ProblemBanner problem={describeProblem(offers.error, texts)} />}
      {!items && !offers.error && <LoadingState lines={5} />}
      {items?.length === 0 && <QuietText>{t('ownPurchases.noOffers')}</QuietText>}
      {items && items.length > 0 && <BuyForm permission={permission} offers={items} onClose={onClose} />}
    </FormDrawer>
  )
}

function BuyForm({ permission: { permissionId, needsApproval }, offers, onClose }: BuyDrawerProps & { offers: PermittedOffer[] }) {
  const texts = useText()
  const { t } = texts
  const formats = useFormats()
  const notify = useNotify()
  const [chosen, setChosen] = useState({ offer: 0, plan: 0, quantity: '1', friendlyName: '' })
  const offer = offers[chosen.offer]!
  const plan = offer.plans[chosen.plan]!
  const isNumber = /^[1-9][0-9]{0,6}$/.test(chosen.quantity)
  const line = { permissionId, catalogItemId: offer.catalogItemId, term: plan.term, billingCycle: plan.billingCycle, quantity: Number(chosen.quantity) }
  const preview = useQuery(previewQuery(line, isNumber))
  const shown = isNumber && !preview.isPlaceholderData ? preview.data : undefined
  const named = chosen.friendlyName.trim() === '' ? {} : { friendlyName: chosen.friendlyName.trim() }
  const act = useAct({
    send: (expectedTotal: string, idempotencyKey) => api.post('/own-purchases', { body: { ...line, ...named, expectedTotal }, idempotencyKey }),
    changes: [purchasesKey, permissionsKey],
    onDone: () => {
      notify.done(t(needsApproval ? 'ownPurchases.askedDone' : 'ownPurchases.boughtDone'))
      onClose()
    },
  })
  const isPossible = shown?.refusal === null && shown.total !== null
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (isPossible && !act.isPending) act.mutate(shown.total!)
      }}
    >
      <Stack>
        <ProblemBanner problem={act.error && !act.isPending ? describeProblem(act.error, texts) : null} />
        <Field label={t('ownPurchases.what')}>
          <FittingSelect value={String(chosen.offer)} onChange={(_, { value }) => setChosen({ ...chosen, offer: Number(value), plan: 0 })}>
            {offers.map(({ catalogItemId, title }, place) => (
              <option key={catalogItemId} value={place}>
                {title}
              </option>
            ))}
          </FittingSelect>
        </Field>
        <Field label={t('subscriptions.termAndCycle')}>
          <FittingSelect value={String(chosen.plan)} onChange={(_, { value }) => setChosen({ ...chosen, plan: Number(value) })}>
            {offer.plans.map(({ term, billingCycle, unitPrice, currency }, place) => (
              <option key={`${term} ${billingCycle}`} value={place}>
                {`${t('subscriptions.plan', { term: t(`subscriptions.term.${term}`), cycle: t(`subscriptions.cycle.${billingCycle}`) })}: ${formats.money(unitPrice!, currency)}`}
              </option>
            ))}
          </FittingSelect>
        </Field>
        <Field label={t('ownPurchases.quantity')} {...(!isNumber && { validationState: 'error', validationMessage: t('ownPurchases.quantityMissing') })}>
          <Input inputMode="numeric" autoComplete="off" maxLength={7} value={chosen.quantity} onChange={(_, { value }) => setChosen({ ...chosen, quantity: value.trim() })} />
        </Field>
        <Field label={t('subscriptions.ownName')} hint={t('ownPurchases.nameHint')}>
          <Input autoComplete="off" maxLength={100} value={chosen.friendlyName} onChange={(_, { value }) => setChosen({ ...chosen, friendlyName: value })} />
        </Field>
        {preview.error && isNumber && <ProblemBanner problem={describeProblem(preview.error, texts)} />}
        {isNumber && !preview.error && <Cost preview={shown} />}
        <Acts>
          <Button type="submit" appearance="primary" disabledFocusable={!isPossible || act.isPending}>
            {t(needsApproval ? 'ownPurchases.ask' : 'ownPurchases.buyNow')}
          </Button>
          <Button onClick={onClose}>{t('shell.cancel')}</Button>
        </Acts>
      </Stack>
    </form>
  )
}

function Cost({ preview }: { preview: PurchasePreview | undefined }) {
  const { t } = useText()
  const styles = useStyles()
  const formats = useFormats()
  if (!preview) return <LoadingState lines={2} />
  const { total, committed, currency, refusal } = preview
  return (
    <div role="status" className={styles.cost}>
      {refusal && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{refusal.reasonText}</MessageBarBody>
        </MessageBar>
      )}
      <KeyValueList
        items={[
          total !== null && { key: t('ownPurchases.total'), value: formats.money(total, currency!) },
          committed !== null && { key: t('ownPurchases.committed'), value: formats.money(committed, currency!) },
        ]}
      />
    </div>
  )
}
