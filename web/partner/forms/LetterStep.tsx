import { Field, makeStyles, Select } from '@fluentui/react-components'
import { useState } from 'react'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { QuietText, Stack } from '../../shared/ui/Stack.tsx'
import type { RequestCheck } from '../parts/request-api.ts'
import { DaysField } from './DaysField.tsx'
import type { StepProps } from './WhomStep.tsx'

const useStyles = makeStyles({ short: { maxWidth: '320px' } })

type LetterStepProps = StepProps & { check: Pick<RequestCheck, 'linkKind' | 'languages' | 'language' | 'validityDays'> }

/** In which language the letter is drafted, and how long its link works. */
export function LetterStep({ wishes, onChange, check }: LetterStepProps) {
  const styles = useStyles()
  const { t } = useText()
  const formats = useFormats()
  const { max, default: usual } = check.validityDays
  const [now] = useState(() => Date.now())
  const days = wishes.days ?? usual
  const isTracked = check.linkKind === 'trackedRequest'
  const isRight = Number.isInteger(days) && days >= 1 && days <= max
  return (
    <Panel title={t('newRequest.stepLetter')}>
      <Stack>
        <Field label={t('requests.language')} hint={t('newRequest.languageHint')}>
          <Select className={styles.short} value={wishes.language ?? check.language} onChange={(_, { value }) => onChange({ language: value })}>
            {check.languages.map((language) => (
              <option key={language} value={language}>
                {formats.language(language)}
              </option>
            ))}
          </Select>
        </Field>
        {isTracked && <DaysField days={days} max={max} isWrong={!isRight} onDays={(next) => onChange({ days: next })} />}
        {isTracked && isRight && <QuietText>{t('newRequest.wouldEnd', { at: formats.deadline(now + days * 86_400_000) })}</QuietText>}
        {!isTracked && <QuietText>{t('newRequest.partnerLinkUsed')}</QuietText>}
      </Stack>
    </Panel>
  )
}
