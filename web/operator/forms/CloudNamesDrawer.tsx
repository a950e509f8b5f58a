import { Button } from '@fluentui/react-components'
import { Form } from '../../shared/form/Form.tsx'
import { useForm } from '../../shared/form/use-form.ts'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { FormDrawer } from '../../shared/ui/FormDrawer.tsx'
import { TextField } from '../../shared/ui/FormField.tsx'
import type { OperatorManifest } from '../parts/cloud-api.ts'
import { useCloudChange } from './use-cloud-change.ts'

const lines = ['name', 'operatorName', 'supportName', 'partnerPortalName', 'customerPortalName', 'partnerRelationshipsPageName', 'partnerContractName'] as const
const languages = ['en', 'es'] as const
type Name = `${(typeof lines)[number]}.${(typeof languages)[number]}`
const names = lines.flatMap((line) => languages.map((language) => `${line}.${language}` as Name))

/** How cloud, operator and portals are called, in both languages of the portals. Other languages of a name are kept. */
export function CloudNamesDrawer({ cloud, onClose }: { cloud: OperatorManifest; onClose: () => void }) {
  const { t } = useText()
  const formats = useFormats()
  const titleOf = (line: string) => cloud.lines.find(({ key }) => key === line)?.title ?? line
  const part = (name: Name) => name.split('.') as [(typeof lines)[number], 'en' | 'es']
  const labels = Object.fromEntries(names.map((name) => [name, `${titleOf(part(name)[0])} (${formats.language(part(name)[1])})`])) as Record<Name, string>
  const initial = Object.fromEntries(names.map((name) => [name, cloud.editable[part(name)[0]][part(name)[1]]])) as Record<Name, string>
  const form = useForm<Name>({ initial, labels, required: names })
  const change = useCloudChange(cloud, onClose)
  const changed = () =>
    Object.fromEntries(
      lines
        .filter((line) => languages.some((language) => form.values[`${line}.${language}`] !== initial[`${line}.${language}`]))
        .map((line) => [line, { ...cloud.editable[line], en: form.values[`${line}.en`], es: form.values[`${line}.es`] }]),
    )
  return (
    <FormDrawer title={t('clouds.editNames')} intro={t('clouds.namesText')} onClose={onClose}>
      <Form form={form} act={change} onSubmit={() => change.mutate(changed())} submitLabel={t('shell.save')} besideSubmit={<Button onClick={onClose}>{t('shell.cancel')}</Button>}>
        {names.map((name) => (
          <TextField key={name} field={form.field(name)} label={labels[name]} autoComplete="off" maxLength={100} />
        ))}
      </Form>
    </FormDrawer>
  )
}
