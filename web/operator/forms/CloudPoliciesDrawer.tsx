import { Button } from '@fluentui/react-components'
import { Form } from '../../shared/form/Form.tsx'
import { useForm } from '../../shared/form/use-form.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { FormDrawer } from '../../shared/ui/FormDrawer.tsx'
import { SelectField } from '../../shared/ui/FormField.tsx'
import type { OperatorManifest } from '../parts/cloud-api.ts'
import { useCloudChange } from './use-cloud-change.ts'

const choices = {
  billingAdministratorMayAccept: ['false', 'true'],
  indirectResellerMayRemove: ['true', 'false'],
  partnerMfa: ['mandatory', 'recommended'],
  removalEndsPrivileges: ['ask', 'always'],
} as const
type Policy = keyof typeof choices
const policies = Object.keys(choices) as Policy[]

/** What the operator decides for a cloud: who accepts, who removes, the second step, and what a removal ends. */
export function CloudPoliciesDrawer({ cloud, onClose }: { cloud: OperatorManifest; onClose: () => void }) {
  const { t } = useText()
  const labels = Object.fromEntries(policies.map((policy) => [policy, cloud.lines.find(({ key }) => key === policy)?.title ?? policy])) as Record<Policy, string>
  const initial = Object.fromEntries(policies.map((policy) => [policy, valueOf(cloud, policy)])) as Record<Policy, string>
  const form = useForm<Policy>({ initial, labels, required: policies })
  const change = useCloudChange(cloud, onClose)
  const changed = () =>
    Object.fromEntries(policies.filter((policy) => form.values[policy] !== initial[policy]).map((policy) => [policy, toValue(form.values[policy])]))
  return (
    <FormDrawer title={t('clouds.editPolicies')} intro={t('clouds.policiesText')} onClose={onClose}>
      <Form form={form} act={change} onSubmit={() => change.mutate(changed())} submitLabel={t('shell.save')} besideSubmit={<Button onClick={onClose}>{t('shell.cancel')}</Button>}>
        {policies.map((policy) => (
          <SelectField
            key={policy}
            field={form.field(policy)}
            label={labels[policy]}
            hint={t(`clouds.hint.${policy}`)}
            choices={choices[policy].map((value) => ({ value, label: t(`clouds.choice.${policy}.${value}` as 'clouds.choice.partnerMfa.mandatory') }))}
          />
        ))}
      </Form>
    </FormDrawer>
  )
}

/** What no source says of the second step is mandatory here. */
function valueOf(cloud: OperatorManifest, policy: Policy): string {
  const value = String(cloud.editable[policy])
  return value === 'unknown' ? 'mandatory' : value
}

function toValue(text: string): boolean | string {
  return text === 'true' || text === 'false' ? text === 'true' : text
}
