import { Button, Checkbox, makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api/api.ts'
import { describeProblem } from '../../api/describe-problem.ts'
import { useAct } from '../../api/use-act.ts'
import { useText } from '../../language/LanguageProvider.tsx'
import { Loaded } from '../../portal/Loaded.tsx'
import { FormDrawer } from '../../ui/FormDrawer.tsx'
import { ProblemBanner } from '../../ui/ProblemBanner.tsx'
import { Acts, QuietText } from '../../ui/Stack.tsx'
import { useNotify } from '../../ui/Toasts.tsx'
import type { PersonRow } from '../settings/people-api.ts'
import { usePeopleSide } from '../settings/people-side.tsx'
import { type LicenseWish, skusQuery, type SubscribedSku, type UserLicense, userLicensesQuery } from './license-api.ts'
import { PlanChoices } from './PlanChoices.tsx'

const useStyles = makeStyles({ one: { marginBottom: '8px' }, left: { display: 'block', margin: '0 0 4px 36px', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 } })

/** Licenses and services of one user. Both are read anew when it opens: colleagues and partners assign, too. */
export function UserLicensesDrawer({ person, onClose }: { person: PersonRow; onClose: () => void }) {
  const { t } = useText()
  const side = usePeopleSide()
  const skus = useQuery({ ...skusQuery(side), gcTime: 0 })
  const held = useQuery({ ...userLicensesQuery(side, person.id), gcTime: 0 })
  return (
    <FormDrawer title={t('licenses.changeTitle', { name: person.displayName })} intro={t('licenses.changeText')} onClose={onClose}>
      <Loaded isPart query={skus}>
        {({ items }) => (
          <Loaded isPart query={held}>{(now) => <Choices person={person} skus={items} held={now.items} onClose={onClose} />}</Loaded>
        )}
      </Loaded>
    </FormDrawer>
  )
}

/** The plans that are off, by the SKU of each license that is wished. */
type Chosen = Readonly<Record<string, readonly string[]>>

const offOf = ({ servicePlans }: UserLicense) => servicePlans.filter(({ isOn }) => !isOn).map(({ name }) => name)

function Choices({ person, skus, held, onClose }: { person: PersonRow; skus: readonly SubscribedSku[]; held: readonly UserLicense[]; onClose: () => void }) {
  const texts = useText()
  const { t } = texts
  const styles = useStyles()
  const notify = useNotify()
  const side = usePeopleSide()
  const [before] = useState<Chosen>(() => Object.fromEntries(held.map((license) => [license.sku, offOf(license)])))
  const [chosen, setChosen] = useState<Chosen>(before)
  const wishes = wishesBetween(before, chosen)
  const save = useAct({
    send: (licenses: readonly LicenseWish[], idempotencyKey) => api.post(`${side.base}/people/${person.id}/license-changes`, { body: { licenses }, idempotencyKey }),
    changes: [side.key],
    onDone: () => {
      notify.done(t('licenses.saved', { name: person.displayName }))
      onClose()
    },
  })
  if (skus.length === 0) return <QuietText>{t('licenses.noneText')}</QuietText>
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (wishes.length === 0) onClose()
        else if (!save.isPending) save.mutate(wishes)
      }}
    >
      <ProblemBanner problem={save.error && !save.isPending ? describeProblem(save.error, texts) : null} />
      {person.usageLocation === null && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t('licenses.locationMissing')}</MessageBarBody>
        </MessageBar>
      )}
      {skus.map(({ sku, name, servicePlans, units }) => (
        <div key={sku} className={styles.one}>
          <Checkbox
            label={name}
            checked={chosen[sku] !== undefined}
            onChange={(_event, { checked }) => setChosen(({ [sku]: _gone, ...others }) => (checked ? { ...others, [sku]: before[sku] ?? [] } : others))}
          />
          <span className={styles.left}>{t('licenses.leftOf', { available: units.available, total: units.total })}</span>
          {chosen[sku] !== undefined && <PlanChoices name={name} plans={servicePlans} off={chosen[sku]} onChange={(off) => setChosen((others) => ({ ...others, [sku]: off }))} />}
        </div>
      ))}
      <Acts>
        <Button type="submit" appearance="primary" disabledFocusable={save.isPending}>
          {t('shell.save')}
        </Button>
        <Button onClick={onClose}>{t('shell.cancel')}</Button>
      </Acts>
    </form>
  )
}

function wishesBetween(before: Chosen, chosen: Chosen): LicenseWish[] {
  const removed = Object.keys(before).filter((sku) => chosen[sku] === undefined)
  const assigned = Object.entries(chosen).filter(([sku, off]) => before[sku] === undefined || [...before[sku]].sort().join() !== [...off].sort().join())
  return [...removed.map((sku): LicenseWish => ({ sku, act: 'remove' })), ...assigned.map(([sku, off]): LicenseWish => ({ sku, act: 'assign', disabledPlans: off }))]
}
