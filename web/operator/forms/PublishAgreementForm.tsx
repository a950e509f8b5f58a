import { Button, Checkbox, makeStyles } from '@fluentui/react-components'
import { useState } from 'react'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useSignedIn } from '../../shared/api/session.ts'
import { Form } from '../../shared/form/Form.tsx'
import { useForm } from '../../shared/form/use-form.ts'
import { useFormats, useLocalName, useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx'
import { BulletList } from '../../shared/ui/BulletList.tsx'
import { ConfirmDialog } from '../../shared/ui/ConfirmDialog.tsx'
import { SelectField } from '../../shared/ui/FormField.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { Stack } from '../../shared/ui/Stack.tsx'
import type { AgreementDraftView, OperatorCloud } from '../parts/operator-api.ts'
import { AgreementPreview } from './AgreementPreview.tsx'
import { AgreementTextFields } from './AgreementTextFields.tsx'
import { begunTexts, bodyName, emptyTexts, textsOf, titleName, valuesOfTexts, type TextFieldName } from './agreement-texts.ts'
import { useAgreementActs } from './use-agreement-acts.ts'

const useStyles = makeStyles({ pair: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(240px, 100%), 1fr))', gap: '16px', alignItems: 'start' } })

type Name = 'cloud' | 'country' | TextFieldName

/** Publishing cannot be taken back, so it is asked once more; what was signed before stays what it was. */
export function PublishAgreementForm({ clouds, draft }: { clouds: readonly OperatorCloud[]; draft?: AgreementDraftView }) {
  const styles = useStyles()
  const texts = useText()
  const { t } = texts
  const formats = useFormats()
  const localName = useLocalName()
  const [mustSignAgain, setMustSignAgain] = useState(draft?.mustSignAgain ?? false)
  const [isPreviewing, setPreviewing] = useState(false)
  const [isAsking, setAsking] = useState(false)
  const { cloud: ownCloud } = useSignedIn()
  const [cloud, setCloud] = useState(clouds.find(({ id }) => id === (draft?.cloud ?? ownCloud.id)) ?? clouds[0])
  const initial: Record<Name, string> = { cloud: cloud?.id ?? '', country: draft?.country ?? '', ...emptyTexts, ...valuesOfTexts(draft?.texts ?? []) }
  const languages = cloud?.agreementLanguages ?? []
  const form = useForm<Name>({ initial, labels: useLabels(), required: ['cloud'], check: (values) => checkTexts(values, languages, t('operator.textBoth'), t('operator.textMissing')) })

  const { save, publish } = useAgreementActs(draft, () => {
    const { cloud: id, country } = form.values
    const about = { cloud: id, country: country || null, mustSignAgain }
    return { draft: { ...about, texts: begunTexts(form.values, languages) }, version: { ...about, texts: textsOf(form.values, languages) } }
  })
  const chooseCloud = (id: string) => {
    form.set('cloud', id)
    form.set('country', '')
    setCloud(clouds.find((one) => one.id === id))
  }
  const countries = (cloud?.countries ?? []).map((value) => ({ value, label: formats.country(value) })).sort((one, other) => one.label.localeCompare(other.label))

  const beside = (
    <>
      <Button onClick={() => setPreviewing(true)}>{t('console.preview')}</Button>
      <Button disabledFocusable={save.isPending} onClick={() => save.mutate()}>
        {t('console.saveDraft')}
      </Button>
      <ButtonLink href={paths.operator.agreements}>{t('shell.cancel')}</ButtonLink>
    </>
  )
  return (
    <Form form={form} act={{ isPending: publish.isPending || save.isPending, error: save.error }} onSubmit={() => setAsking(true)} submitLabel={t('operator.publishSubmit')} besideSubmit={beside}>
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
      {isPreviewing && <AgreementPreview texts={textsOf(form.values, languages)} onClose={() => setPreviewing(false)} />}
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
