import { ChangedMeanwhile } from '../../shared/form/ChangedMeanwhile.tsx'
import { Form } from '../../shared/form/Form.tsx'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { SelectField, TextAreaField, TextField } from '../../shared/ui/FormField.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { QuietText } from '../../shared/ui/Stack.tsx'
import type { BusinessProfile } from '../parts/referral-api.ts'
import { TagsField } from './TagsField.tsx'
import { useProfileForm, useTagChoices } from './use-profile-form.ts'

/** The words and tags of a business profile (S4.L2.2). */
export function ProfileWordsForm({ profile, etag }: { profile: BusinessProfile; etag: string }) {
  const { t } = useText()
  const formats = useFormats()
  const choices = useTagChoices()
  const { form, act, submit, conflict, blockedBecause, labels } = useProfileForm(profile, etag)
  const { field, values } = form
  return (
    <Panel title={t('referrals.words')}>
      {conflict && <ChangedMeanwhile conflict={conflict} />}
      <Form form={form} act={act} onSubmit={submit} submitLabel={t('referrals.save')} blockedBecause={blockedBecause}>
        <TextAreaField field={{ ...field('description'), isRequired: true }} label={labels.description} hint={t('referrals.descriptionHint', { count: formats.number([...values.description].length) })} rows={8} />
        <TextField field={field('website')} label={labels.website} hint={t('referrals.addressHint')} type="url" maxLength={500} autoComplete="off" />
        <TextField field={field('linkedin')} label={labels.linkedin} hint={t('referrals.addressHint')} type="url" maxLength={500} autoComplete="off" />
        <TagsField field={field('services')} label={labels.services} choices={choices.services} />
        <TagsField field={field('industries')} label={labels.industries} hint={t('referrals.industriesHint')} choices={choices.industries} />
        <TagsField field={field('products')} label={labels.products} choices={choices.products} />
        <TagsField field={field('competencies')} label={labels.competencies} choices={choices.competencies} />
        <TextAreaField field={field('skills')} label={labels.skills} hint={t('referrals.skillsHint')} rows={3} />
        <TagsField field={field('companySizes')} label={labels.companySizes} hint={t('referrals.industriesHint')} choices={choices.companySizes} />
        <SelectField
          field={{ ...field('otherCompanies'), isRequired: true }}
          label={labels.otherCompanies}
          hint={t('referrals.otherCompaniesHint')}
          choices={(['', 'none', 'affiliated'] as const).map((value) => ({ value, label: t(`referrals.otherCompanies.${value}`) }))}
        />
        {profile.otherCompaniesAt !== null && (
          <QuietText>{t('referrals.otherCompaniesSaid', { name: profile.otherCompaniesByName ?? t('referrals.erased'), at: formats.date(profile.otherCompaniesAt) })}</QuietText>
        )}
      </Form>
    </Panel>
  )
}
