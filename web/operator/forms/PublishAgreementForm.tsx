import { Checkbox, makeStyles } from '@fluentui/react-components'
import { useState } from 'react'
import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useSignedIn } from '../../shared/api/session.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { Form } from '../../shared/form/Form.tsx'
import { useForm } from '../../shared/form/use-form.ts'
import { useFormats, useLocalName, useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx'
import { BulletList } from '../../shared/ui/BulletList.tsx'
import { ConfirmDialog } from '../../shared/ui/ConfirmDialog.tsx'
import { SelectField } from '../../shared/ui/FormField.tsx'
import { useFollow } from '../../shared/ui/LinkProvider.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { Stack } from '../../shared/ui/Stack.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'
import { agreementVersionsKey, type OperatorCloud } from '../parts/operator-api.ts'
import { AgreementTextFields } from './AgreementTextFields.tsx'
import { bodyName, emptyTexts, textsOf, titleName, type TextFieldName } from './agreement-texts.ts'

const useStyles = makeStyles({ pair: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(240px, 100%), 1fr))', gap: '16px', alignItems: 'start' } })

type Name = 'cloud' | 'country' | TextFieldName

/** Publishing cannot be taken back, so it is asked once more; what was signed before stays what it was. */
export function PublishAgreementForm({ clouds }: { clouds: readonly OperatorCloud[] }) {
  const styles = useStyles()
  const texts = useText()
  const { t } = texts
  const formats = useFormats()
  const localName = useLocalName()
  const follow = useFollow()
  const notify = useNotify()
  const [mustSignAgain, setMustSignAgain] = useState(false)
  const [isAsking, setAsking] = useState(false)
  const { cloud: ownCloud } = useSignedIn()
  const [cloud, setCloud] = useState(clouds.find(({ id }) => id === ownCloud.id) ?? clouds[0])
  const initial: Record<Name, string> = { cloud: cloud?.id ?? '', country: '', ...emptyTexts }
  const languages = cloud?.agreementLanguages ?? []
  const form = useForm<Name>({ initial, labels: useLabels(), required: ['cloud'], check: (values) => checkTexts(values, languages, t('operator.textBoth'), t('operator.textMissing')) })

  const publish = useAct({
    send: (_: void, idempotencyKey) => {
      const { country } = form.values
      const body = { cloud: form.values.cloud, country: country || null, mustSignAgain, texts: textsOf(form.values, languages) }
      return api.post('/operator/agreement-versions', { body, idempotencyKey })
    },
    changes: [agreementVersionsKey],
    onDone: () => {
      notify.done(t('operator.published'))
      follow(paths.operator.agreements)
    },
  })
  const chooseCloud = (id: string) => {
    form.set('cloud', id)
    form.set('country', '')
    setCloud(clouds.find((one) => one.id === id))
  }
  const countries = (cloud?.countries ?? []).map((value) => ({ value, label: formats.country(value) })).sort((one, other) => one.label.localeCompare(other.label))

  return (
    <Form form={form} act={{ isPending: publish.isPending, error: null }} onSubmit={() => setAsking(true)} submitLabel={t('operator.publishSubmit')} besideSubmit={<ButtonLink href={paths.operator.agreements}>{t('shell.cancel')}</ButtonLink>}>
      <Panel title={t('operator.forWhom')}>
        <Stack>
          <div className={styles.pair}>
            <SelectField field={{ ...form.field('cloud'), onChange: chooseCloud }} label={t('operator.cloud')} choices={clouds.map(({ id, name }) => ({ value: id, label: localName(name) }))} />
            <SelectField field={{ ...form.field('country'), isRequired: true }} label={t('operator.country')} hint={t('operator.countryHint')} choices={[{ value: '', label: t('operator.everyCountry') }, ...countries]} />
          </div>
          <Checkbox checked={mustSignAgain} label={t('operator.mustSignAgain')} onChange={(_, { checked }) => setMustSignAgain(checked === true)} />
        </Stack>
      </Panel>
      {languages.map((language) => (
        <AgreementTextFields
          key={language}
          language={language}
          title={form.field(titleName(language))}
          body={form.field(bodyName(language))}
          sample={cloud?.samples.find((sample) => sample.language === language)}
        />
      ))}
      {isAsking && (
        <ConfirmDialog
          isOpen
          title={t('operator.publishTitle')}
          confirmLabel={t('operator.publishSubmit')}
          isWorking={publish.isPending}
          problem={publish.error && describeProblem(publish.error, texts)}
          onConfirm={() => publish.mutate()}
          onCancel={() => setAsking(false)}
        >
          <BulletList items={[t('operator.publishFromNow'), t('operator.publishKeeps'), t(mustSignAgain ? 'operator.publishAgain' : 'operator.publishNotAgain'), t('operator.publishForEver')]} />
        </ConfirmDialog>
      )}
    </Form>
  )
}

function useLabels(): Record<Name, string> {
  const { t } = useText()
  const formats = useFormats()
  const ofTexts = Object.keys(emptyTexts).map((name) => {
    const [part, language] = name.split('.') as [string, string]
    return [name, `${t(part === 'title' ? 'operator.textTitle' : 'operator.textBody')} (${formats.language(language)})`] as const
  })
  return { cloud: t('operator.cloud'), country: t('operator.country'), ...(Object.fromEntries(ofTexts) as Record<TextFieldName, string>) }
}

/** One language at least; each that is begun has both its title and its text. */
function checkTexts(values: Record<Name, string>, languages: readonly string[], both: string, missing: string): Partial<Record<Name, string>> {
  const errors: Partial<Record<Name, string>> = {}
  for (const language of languages) {
    const [title, body] = [values[titleName(language)].trim(), values[bodyName(language)].trim()]
    if (title && !body) errors[bodyName(language)] = both
    if (body && !title) errors[titleName(language)] = both
  }
  const first = languages[0]
  if (first && textsOf(values, languages).length === 0 && Object.keys(errors).length === 0) errors[titleName(first)] = missing
  return errors
}
