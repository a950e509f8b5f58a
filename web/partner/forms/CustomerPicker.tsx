import { Combobox, Field, makeStyles, Option, OptionGroup, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { customersQuery, removedCustomersQuery } from '../parts/customer-api.ts'
import { useSettled } from '../parts/use-settled.ts'
import type { KnownCustomer } from './asked-customer.ts'

const useStyles = makeStyles({
  box: { width: '100%', minWidth: 0 },
  list: { maxHeight: '320px' },
  domain: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
})

type CustomerPickerProps = { id: string; chosen: KnownCustomer | null; error: string | undefined; onChoose: (customer: KnownCustomer | null) => void }

/** One of the partner's customers, present or removed, found by the beginning of its name or domain. */
export function CustomerPicker({ id, chosen, error, onChoose }: CustomerPickerProps) {
  const styles = useStyles()
  const { t } = useText()
  const [text, setText] = useState(chosen?.companyName ?? '')
  const found = useFound(useSettled(text.trim()), text === chosen?.companyName)
  const [seen, setSeen] = useState(chosen)
  if (seen !== chosen) {
    setSeen(chosen)
    if (chosen) setText(chosen.companyName)
  }

  const option = (customer: KnownCustomer) => (
    <Option key={customer.customerId} value={customer.customerId} text={customer.companyName}>
      <span className={styles.words}>
        {customer.companyName}
        <span className={styles.domain}>{customer.primaryDomain}</span>
      </span>
    </Option>
  )
  const present = found.filter(({ isRelated }) => isRelated)
  const removed = found.filter(({ isRelated }) => !isRelated)
  return (
    <Field label={t('newRequest.knownCustomer')} hint={t('newRequest.knownHint')} validationMessage={error}>
      <Combobox
        id={id}
        className={styles.box}
        listbox={{ className: styles.list }}
        freeform
        clearable
        autoComplete="off"
        placeholder={t('customers.searchLabel')}
        value={text}
        selectedOptions={chosen ? [chosen.customerId] : []}
        onChange={({ target }) => {
          setText(target.value)
          if (chosen) onChoose(null)
        }}
        onOptionSelect={(_, { optionValue }) => {
          const customer = found.find(({ customerId }) => customerId === optionValue) ?? null
          setText(customer?.companyName ?? '')
          onChoose(customer)
        }}
      >
        {present.length > 0 && <OptionGroup label={t('customers.title')}>{present.map(option)}</OptionGroup>}
        {removed.length > 0 && <OptionGroup label={t('customers.removedTitle')}>{removed.map(option)}</OptionGroup>}
        {found.length === 0 && (
          <Option key="nothing" disabled text={t('table.nothingFound')}>
            {t('table.nothingFound')}
          </Option>
        )}
      </Combobox>
    </Field>
  )
}

const atOnce = 8

function useFound(search: string, isChosen: boolean): readonly KnownCustomer[] {
  const present = useQuery(customersQuery({ search: isChosen ? '' : search, size: atOnce }))
  const removed = useQuery(removedCustomersQuery({ size: 50 }))
  const wanted = isChosen ? '' : search.toLowerCase()
  const fits = ({ companyName, primaryDomain }: { companyName: string; primaryDomain: string }) =>
    companyName.toLowerCase().startsWith(wanted) || primaryDomain.startsWith(wanted)
  return [
    ...(present.data?.items ?? []).map((row) => ({ ...row, isRelated: true })),
    ...(removed.data?.items ?? []).filter(fits).slice(0, atOnce).map((row) => ({ ...row, isRelated: false })),
  ].map(({ customerId, companyName, primaryDomain, isRelated }) => ({ customerId, companyName, primaryDomain, isRelated }))
}
