import { Field, Input, makeStyles, Radio, RadioGroup, Select } from '@fluentui/react-components'
import { useSignedIn } from '../../shared/api/session.ts'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { marketCountries } from '../parts/market-countries.ts'
import { waysToName, type WayToName, type Wishes } from './asked-customer.ts'
import { CustomerPicker } from './CustomerPicker.tsx'

// The longest name of a country is wider than a telephone.
const useStyles = makeStyles({ wide: { minWidth: 0, maxWidth: '100%', '& > select': { minWidth: 0, width: '100%' } } })

export type StepProps = { wishes: Wishes; onChange: (change: Partial<Wishes>) => void }

/** Whom to ask: optional, so that what stands in the way is known before a letter is written. */
export function WhomStep({ wishes, onChange, ids, error }: StepProps & { ids: Record<'known' | 'named' | 'country', string>; error: string | undefined }) {
  const { t } = useText()
  const { cloud } = useSignedIn()
  const { way } = wishes
  const isTracked = cloud.requestKinds[0] === 'trackedRequest'
  return (
    <Panel title={t('newRequest.stepWhom')}>
      <Stack>
        <QuietText>{t(isTracked ? 'newRequest.whomText' : 'newRequest.whomTextReusable')}</QuietText>
        <RadioGroup aria-label={t('newRequest.stepWhom')} value={way} onChange={(_, { value }) => onChange({ way: value as WayToName })}>
          {waysToName.map((one) => (
            <Radio key={one} value={one} label={t(one === 'nobody' && !isTracked ? 'newRequest.way.nobodyReusable' : `newRequest.way.${one}`)} />
          ))}
        </RadioGroup>
        {way === 'known' && <CustomerPicker id={ids.known} chosen={wishes.known} error={error} onChoose={(known) => onChange({ known })} />}
        {way === 'named' && (
          <Field label={t('newRequest.domainOrId')} hint={t('newRequest.domainOrIdHint')} validationMessage={error}>
            <Input id={ids.named} value={wishes.domainOrId} maxLength={253} autoComplete="off" spellCheck={false} onChange={(_, { value }) => onChange({ domainOrId: value })} />
          </Field>
        )}
        {way === 'country' && <CountryField id={ids.country} country={wishes.country} error={error} onCountry={(country) => onChange({ country })} />}
        {isTracked && (way === 'named' || way === 'country') && (
          <Field label={`${t('newRequest.companyName')} (${t('form.optionalMark')})`} hint={t('newRequest.companyNameHint')}>
            <Input value={wishes.companyName} maxLength={100} autoComplete="off" onChange={(_, { value }) => onChange({ companyName: value })} />
          </Field>
        )}
      </Stack>
    </Panel>
  )
}

type CountryFieldProps = { id: string; country: string; error: string | undefined; onCountry: (country: string) => void }

function CountryField({ id, country, error, onCountry }: CountryFieldProps) {
  const styles = useStyles()
  const { t } = useText()
  const formats = useFormats()
  const { cloud, tenant } = useSignedIn()
  const own = marketCountries(cloud, tenant.country)
  const elsewhere = [...new Set(cloud.markets.flatMap(({ countries }) => countries))].filter((code) => !own.includes(code))
  const named = (codes: readonly string[]) =>
    codes
      .map((value) => ({ value, label: formats.country(value) }))
      .sort((one, other) => one.label.localeCompare(other.label))
      .map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))
  return (
    <Field label={t('customers.country')} validationMessage={error}>
      <Select id={id} className={styles.wide} value={country} onChange={(_, { value }) => onCountry(value)}>
        <option value="">{t('newRequest.chooseCountry')}</option>
        <optgroup label={t('newRequest.ownMarket')}>{named(own)}</optgroup>
        {elsewhere.length > 0 && <optgroup label={t('newRequest.otherMarkets')}>{named(elsewhere)}</optgroup>}
      </Select>
    </Field>
  )
}
