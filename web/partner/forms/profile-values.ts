import type { BusinessProfile } from '../parts/referral-api.ts'
import { tagsIn } from './TagsField.tsx'

const tags = ['services', 'industries', 'products', 'competencies', 'companySizes'] as const
const texts = ['description', 'website', 'linkedin'] as const

export type ProfileField = (typeof tags)[number] | (typeof texts)[number] | 'skills' | 'otherCompanies'
export type ProfileValues = Record<ProfileField, string>

/** As the form holds it: tags parted by commas, skills one a line. */
export function valuesOf(profile: BusinessProfile): ProfileValues {
  const listed = Object.fromEntries(tags.map((name) => [name, profile[name].join()])) as Record<(typeof tags)[number], string>
  const { description, website, linkedin, skills, otherCompanies } = profile
  return { ...listed, description, website: website ?? '', linkedin: linkedin ?? '', skills: skills.join('\n'), otherCompanies: otherCompanies ?? '' }
}

/** As the API takes it, whole. */
export function wordsOf(values: ProfileValues): object {
  const { description, website, linkedin, skills, otherCompanies } = values
  return {
    ...Object.fromEntries(tags.map((name) => [name, tagsIn(values[name])])),
    description,
    website: website.trim() || null,
    linkedin: linkedin.trim() || null,
    skills: skills.split('\n').map((line) => line.trim()).filter((line) => line !== ''),
    otherCompanies: otherCompanies || null,
  }
}
