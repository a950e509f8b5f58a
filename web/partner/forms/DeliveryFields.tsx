import { makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components'
import type { Delivery } from '../../../src/domain/campaigns/campaign.ts'
import type { FormState } from '../../shared/form/use-form.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { SelectField, TextAreaField, TextField } from '../../shared/ui/FormField.tsx'
import { Stack } from '../../shared/ui/Stack.tsx'

const useStyles = makeStyles({
  legend: { fontWeight: tokens.fontWeightSemibold, padding: 0 },
  group: { border: 0, margin: 0, padding: 0, minWidth: 0 },
  more: { display: 'block', color: tokens.colorNeutralForeground2 },
  mails: { borderLeft: `2px solid ${tokens.colorNeutralStroke2}`, paddingInlineStart: '16px' },
})

const deliveries = ['self', 'mails'] as const satisfies readonly Delivery[]

type DeliveryFieldsProps = {
  delivery: Delivery
  onDelivery: (delivery: Delivery) => void
  form: FormState<'name' | 'words' | 'mailsADay' | 'reminders'>
  /** what was planned stays as it is */
  isPlanned: boolean
}

/** Who sends the letters and, where Vinculo does, what stands in them and how fast they leave. */
export function DeliveryFields({ delivery, onDelivery, form, isPlanned }: DeliveryFieldsProps) {
  const styles = useStyles()
  const { t } = useText()
  const counts = [0, 1, 2, 3].map((count) => ({ value: String(count), label: t('campaigns.reminderCount', { count }) }))
  return (
    <>
      <fieldset className={styles.group}>
        <legend className={styles.legend}>{t('campaigns.delivery')}</legend>
        <RadioGroup value={delivery} disabled={isPlanned} onChange={(_, { value }) => onDelivery(value as Delivery)}>
          {deliveries.map((one) => (
            <Radio
              key={one}
              value={one}
              label={
                <>
                  {t(`campaigns.delivery.${one}`)}
                  <span className={styles.more}>{t(`campaigns.deliveryHint.${one}`)}</span>
                </>
              }
            />
          ))}
        </RadioGroup>
      </fieldset>
      {delivery === 'mails' && (
        <div className={styles.mails}>
          <Stack>
            <TextAreaField field={form.field('words')} label={t('campaigns.words')} hint={t('campaigns.wordsHint')} maxLength={500} />
            <TextField field={form.field('mailsADay')} label={t('campaigns.mailsADay')} hint={t('campaigns.mailsADayHint')} inputMode="numeric" maxLength={4} />
            <SelectField field={form.field('reminders')} label={t('campaigns.reminders')} choices={counts} />
          </Stack>
        </div>
      )}
    </>
  )
}
