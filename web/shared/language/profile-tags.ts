import type { CompanySize, Competency, Industry, ServiceType } from '../../../src/domain/business-profiles/business-profile.ts'

/** The lists of the domain, spelt here because a page may only enter its types; `satisfies` keeps them the same words. */
export const industries = [
  'agriculture', 'automotive', 'construction', 'education', 'energy', 'finance', 'government', 'health', 'hospitality', 'manufacturing', 'media', 'nonprofit', 'professional', 'retail', 'telecommunications',
  'transport',
] as const satisfies readonly Industry[]
export const serviceTypes = ['consulting', 'deployment', 'integration', 'licensing', 'managedServices', 'migration', 'support', 'training'] as const satisfies readonly ServiceType[]
export const competencies = ['applicationDevelopment', 'businessApplications', 'cloudPlatform', 'cloudProductivity', 'dataAnalytics', 'devices', 'security', 'smallBusiness', 'windows'] as const satisfies readonly Competency[]
export const companySizes = ['1-9', '10-49', '50-249', '250-999', '1000+'] as const satisfies readonly CompanySize[]
