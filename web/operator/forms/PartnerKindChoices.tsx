import { Checkbox, Field } from '@fluentui/react-components'
import type { PartnerKind } from '../../../src/domain/partners/partner.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import type { FieldBinding } from '../../shared/ui/FormField.tsx'

const kinds = ['directBill', 'indirectProvider', 'indirectReseller'] as const satisfies readonly PartnerKind[]

/** A partner may be several kinds at once. */
export function PartnerKindChoices({ field }: { field: FieldBinding }) {
  const { t } = useText()
  const chosen = field.value === '' ? [] : field.value.split(' ')
  const toggle = (kind: PartnerKind) => field.onChange(kinds.filter((one) => (one === kind ? !chosen.includes(kind) : chosen.includes(one))).join(' '))
  const labelId = `${field.id}label`
  return (
    <Field label={{ children: t('operator.field.kinds'), id: labelId }} validationMessage={field.error} validationState={field.error ? 'error' : 'none'}>
      <div role="group" id={field.id} tabIndex={-1} aria-labelledby={labelId}>
        {kinds.map((kind) => (
          <div key={kind}>
            <Checkbox checked={chosen.includes(kind)} label={t(`settings.kind.${kind}`)} onChange={() => toggle(kind)} />
          </div>
        ))}
      </div>
    </Field>
  )
}
