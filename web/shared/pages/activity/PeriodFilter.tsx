import { Input, makeStyles } from '@fluentui/react-components'
import { useId, useState } from 'react'
import { useFormats, useText } from '../../language/LanguageProvider.tsx'
import type { TableState } from '../../table/use-table-state.ts'
import { dayIn, isDay, nameOf, namedPeriods, periodOf, type NamedPeriod } from './period.ts'
import { SelectFilter } from './SelectFilter.tsx'

const useStyles = makeStyles({
  days: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  day: { width: '160px' },
})

/** A named period, or two days; both ends belong to it. */
export function PeriodFilter({ state }: { state: TableState }) {
  const styles = useStyles()
  const { t } = useText()
  const { timeZone } = useFormats()
  const today = dayIn(timeZone, new Date())
  const { from, to } = state.filters
  const name = nameOf({ from, to }, today)
  const [wantsDays, setWantsDays] = useState(name === 'days')
  const shown = wantsDays ? 'days' : name

  const choose = (value: string) => {
    setWantsDays(value === 'days')
    if (value === 'days') return
    const period = value === '' ? { from: undefined } : periodOf(value as NamedPeriod, today)
    state.setFilters({ from: period.from ?? '', to: '' })
  }
  return (
    <>
      <SelectFilter label={t('activity.period')} value={shown} onChoose={choose}>
        <option value="">{t('activity.period.any')}</option>
        {(Object.keys(namedPeriods) as NamedPeriod[]).map((one) => (
          <option key={one} value={one}>
            {t(`activity.period.${one}`)}
          </option>
        ))}
        <option value="days">{t('activity.period.days')}</option>
      </SelectFilter>
      {shown === 'days' && (
        <div className={styles.days}>
          <DayInput label={t('activity.from')} value={from ?? ''} max={to ?? today} onDay={(day) => state.setFilter('from', day)} />
          <DayInput label={t('activity.to')} value={to ?? ''} min={from} max={today} onDay={(day) => state.setFilter('to', day)} />
        </div>
      )}
    </>
  )
}

type DayInputProps = { label: string; value: string; min?: string | undefined; max: string; onDay: (day: string) => void }

/** Asks the server only for whole days, not for every digit of a year. */
function DayInput({ label, value, min, max, onDay }: DayInputProps) {
  const styles = useStyles()
  const id = useId()
  const change = (text: string) => {
    if (text === '' || (isDay(text) && text >= '2000-01-01')) onDay(text)
  }
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <Input id={id} className={styles.day} type="date" defaultValue={value} key={value} min={min} max={max} onChange={(_, { value: text }) => change(text)} />
    </>
  )
}
