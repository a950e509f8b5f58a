import { Button, makeStyles, Select, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { api } from '../../api/api.ts'
import { describeProblem } from '../../api/describe-problem.ts'
import { useAct } from '../../api/use-act.ts'
import { useText } from '../../language/LanguageProvider.tsx'
import { Loaded } from '../../portal/Loaded.tsx'
import { FormDrawer } from '../../ui/FormDrawer.tsx'
import { ProblemBanner } from '../../ui/ProblemBanner.tsx'
import { Acts, QuietText } from '../../ui/Stack.tsx'
import { usePeopleSide } from '../settings/people-side.tsx'
import { JobView } from './JobView.tsx'
import { jobsKey, type LicenseWish, type PeopleChoice, type PeopleJob, skusQuery, type SubscribedSku } from './license-api.ts'
import { PlanChoices } from './PlanChoices.tsx'

const useStyles = makeStyles({
  one: { marginBottom: '16px' },
  name: { display: 'block', fontWeight: tokens.fontWeightSemibold, marginBottom: '4px', overflowWrap: 'anywhere' },
  left: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, marginBottom: '4px' },
})

/** Licenses of many users: of each kind given, taken, or left as it is; then how far the work is. */
export function BulkLicensesDrawer({ people, count, onClose }: { people: PeopleChoice; /** undefined: everybody whom the list shows */ count?: number; onClose: () => void }) {
  const { t } = useText()
  const side = usePeopleSide()
  const skus = useQuery({ ...skusQuery(side), gcTime: 0 })
  const [job, setJob] = useState<PeopleJob | null>(null)
  const title = count === undefined ? t('licenses.bulkTitleAll') : t('licenses.bulkTitle', { count })
  if (job) {
    return (
      <FormDrawer title={title} onClose={onClose}>
        <JobView jobId={job.id} />
        <Acts>
          <Button onClick={onClose}>{t('shell.close')}</Button>
        </Acts>
      </FormDrawer>
    )
  }
  return (
    <FormDrawer title={title} intro={t('licenses.bulkText')} onClose={onClose}>
      {'filter' in people && <QuietText>{people.filter.search ? t('licenses.bulkSearched', { search: String(people.filter.search) }) : t(Object.keys(people.filter).length > 0 ? 'licenses.bulkFiltered' : 'licenses.bulkEverybody')}</QuietText>}
      <Loaded isPart query={skus}>{({ items }) => (items.length === 0 ? <QuietText>{t('licenses.noneText')}</QuietText> : <Wishes skus={items} people={people} onBegun={setJob} onClose={onClose} />)}</Loaded>
    </FormDrawer>
  )
}

function Wishes({ skus, people, onBegun, onClose }: { skus: readonly SubscribedSku[]; people: PeopleChoice; onBegun: (job: PeopleJob) => void; onClose: () => void }) {
  const texts = useText()
  const { t } = texts
  const side = usePeopleSide()
  const [wishes, setWishes] = useState<Readonly<Record<string, LicenseWish>>>({})
  const [isPressed, setPressed] = useState(false)
  const begin = useAct<readonly LicenseWish[], PeopleJob>({
    send: (licenses, idempotencyKey) => api.post<PeopleJob>(`${side.base}/license-jobs`, { body: { people, licenses }, idempotencyKey }),
    changes: [jobsKey(side)],
    onDone: onBegun,
  })
  const wished = Object.values(wishes)
  const wish = (sku: string, act: string, disabledPlans: readonly string[] = []) =>
    setWishes(({ [sku]: _gone, ...others }) => (act === '' ? others : { ...others, [sku]: act === 'assign' ? { sku, act, disabledPlans } : { sku, act: 'remove' } }))
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setPressed(true)
        if (wished.length > 0 && !begin.isPending) begin.mutate(wished)
      }}
    >
      <ProblemBanner problem={begin.error && !begin.isPending ? describeProblem(begin.error, texts) : null} />
      {skus.map((sku) => (
        <SkuWish key={sku.sku} sku={sku} wish={wishes[sku.sku]} onWish={wish} />
      ))}
      {isPressed && wished.length === 0 && <p role="alert">{t('licenses.nothingChosen')}</p>}
      <Acts>
        <Button type="submit" appearance="primary" disabledFocusable={begin.isPending}>
          {t('licenses.begin')}
        </Button>
        <Button onClick={onClose}>{t('shell.cancel')}</Button>
      </Acts>
    </form>
  )
}

type OnWish = (sku: string, act: string, disabledPlans?: readonly string[]) => void

function SkuWish({ sku: { sku, name, servicePlans, units }, wish, onWish }: { sku: SubscribedSku; wish: LicenseWish | undefined; onWish: OnWish }) {
  const { t } = useText()
  const styles = useStyles()
  const id = useId()
  return (
    <div className={styles.one}>
      <label className={styles.name} htmlFor={id}>
        {name}
      </label>
      <div className={styles.left}>{t('licenses.leftOf', { available: units.available, total: units.total })}</div>
      <Select id={id} value={wish?.act ?? ''} onChange={(_event, { value }) => onWish(sku, value)}>
        <option value="">{t('licenses.leave')}</option>
        <option value="assign">{t('licenses.assign')}</option>
        <option value="remove">{t('licenses.remove')}</option>
      </Select>
      {wish?.act === 'assign' && <PlanChoices name={name} plans={servicePlans} off={wish.disabledPlans ?? []} onChange={(off) => onWish(sku, 'assign', off)} />}
    </div>
  )
}
