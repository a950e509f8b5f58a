import { industries, serviceTypes, competencies, companySizes } from '../../shared/language/profile-tags.ts'
import { api } from '../../shared/api/api.ts'
import { useSignedIn } from '../../shared/api/session.ts'
import { useVersionedForm } from '../../shared/form/use-versioned-form.ts'
import { useLanguage, useText } from '../../shared/language/LanguageProvider.tsx'
import type { Choice } from '../../shared/ui/FormField.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'
import { type BusinessProfile, profileKey, profilesKey } from '../parts/referral-api.ts'
import { type ProfileField, type ProfileValues, valuesOf, wordsOf } from './profile-values.ts'

/** The closed lists of tags in the reader's language; products are the services of the partner's cloud. */
export function useTagChoices(): Record<'services' | 'industries' | 'products' | 'competencies' | 'companySizes', readonly Choice[]> {
  const { t } = useText()
  const { language } = useLanguage()
  const { cloud } = useSignedIn()
  return {
    services: serviceTypes.map((value) => ({ value, label: t(`referrals.service.${value}`) })),
    industries: industries.map((value) => ({ value, label: t(`referrals.industry.${value}`) })),
    products: cloud.services.map(({ id, name }) => ({ value: id, label: name[language] })),
    competencies: competencies.map((value) => ({ value, label: t(`referrals.competency.${value}`) })),
    companySizes: companySizes.map((value) => ({ value, label: value })),
  }
}

export function useProfileForm(profile: BusinessProfile, etag: string) {
  const { t } = useText()
  const notify = useNotify()
  const current = valuesOf(profile)
  const labels: ProfileValues = {
    description: t('referrals.description'), website: t('referrals.website'), linkedin: t('referrals.linkedin'), services: t('referrals.services'), industries: t('referrals.industries'),
    products: t('referrals.products'), competencies: t('referrals.competencies'), skills: t('referrals.skills'), companySizes: t('referrals.sizes'), otherCompanies: t('referrals.otherCompanies'),
  }
  const versioned = useVersionedForm<ProfileField>({
    current,
    etag,
    labels,
    check: ({ description }) => ([...description.trim()].length > 2_500 ? { description: t('referrals.descriptionTooLong') } : {}),
    send: (changed, ifMatch) => api.put(`/business-profiles/${profile.id}`, { body: wordsOf({ ...current, ...changed }), ifMatch }),
    changes: [profileKey(profile.id), profilesKey],
    onSaved: () => notify.done(t('referrals.saved')),
  })
  return { ...versioned, labels }
}
