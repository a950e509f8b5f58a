import { Field, Input, Select, Textarea } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { ConfirmDialog } from '../../shared/ui/ConfirmDialog.tsx'
import { Stack } from '../../shared/ui/Stack.tsx'
import { cloudsQuery } from '../parts/operator-api.ts'
import { usePartnerAct, type PartnerActDialogProps } from './use-partner-act.ts'

/** The number and the country of its location: one of another country is refused (S4.L1.5). */
export function ProgrammeIdDialog({ partner, onClose }: PartnerActDialogProps) {
  const { t } = useText()
  const formats = useFormats()
  const [programmeId, setProgrammeId] = useState('')
  const [country, setCountry] = useState(partner.country)
  const [note, setNote] = useState('')
  const countries = useQuery(cloudsQuery).data?.items.find(({ id }) => id === partner.cloud)?.countries ?? [partner.country]
  const { name } = partner
  const given = programmeId.trim()
  const dialog = usePartnerAct({
    partner,
    onClose,
    path: 'programme-id',
    body: { programmeId: given, country, ...(note.trim() && { note: note.trim() }) },
    done: t('console.programmeIdDone', { name }),
  })
  const isFormed = /^[0-9]{1,10}$/.test(given)
  return (
    <ConfirmDialog {...dialog} title={t('console.recordProgrammeIdTitle', { name })} confirmLabel={t('console.recordProgrammeId')} blockedBecause={isFormed ? undefined : t('operator.programmeIdForm')}>
      <Stack>
        <Field label={t('operator.programmeId')} hint={t('operator.programmeIdHint')}>
          <Input value={programmeId} inputMode="numeric" autoComplete="off" maxLength={10} onChange={(_, { value }) => setProgrammeId(value)} />
        </Field>
        <Field label={t('console.locationCountry')} hint={t('console.locationCountryHint', { country: formats.country(partner.country) })}>
          <Select value={country} onChange={(_, { value }) => setCountry(value)}>
            {countries.map((one) => (
              <option key={one} value={one}>
                {formats.country(one)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={`${t('operator.note')} (${t('form.optionalMark')})`} hint={t('operator.noteHint')}>
          <Textarea value={note} rows={2} maxLength={500} resize="vertical" onChange={(_, { value }) => setNote(value)} />
        </Field>
      </Stack>
    </ConfirmDialog>
  )
}
