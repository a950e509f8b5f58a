/** draft: only the partner sees it; published: customers of its cloud find it. */
export const profileStatuses = ['draft', 'published'] as const
export type ProfileStatus = (typeof profileStatuses)[number]

/** The closed lists of tags; the portals name them (S4.L2.2). Products are the services of the partner's cloud. */
export const industries = ['agriculture', 'automotive', 'construction', 'education', 'energy', 'finance', 'government', 'health', 'hospitality', 'manufacturing', 'media', 'nonprofit', 'professional', 'retail', 'telecommunications', 'transport'] as const
export const serviceTypes = ['consulting', 'deployment', 'integration', 'licensing', 'managedServices', 'migration', 'support', 'training'] as const
export const competencies = ['applicationDevelopment', 'businessApplications', 'cloudPlatform', 'cloudProductivity', 'dataAnalytics', 'devices', 'security', 'smallBusiness', 'windows'] as const
/** Employees of the customers that the partner looks for. */
export const companySizes = ['1-9', '10-49', '50-249', '250-999', '1000+'] as const

export type Industry = (typeof industries)[number]
export type ServiceType = (typeof serviceTypes)[number]
export type Competency = (typeof competencies)[number]
export type CompanySize = (typeof companySizes)[number]

/** Whether the words name other partner companies: none, or only those the partner is affiliated or under a joint-promotion contract with (S4.L2.5). */
export const otherCompanies = ['none', 'affiliated'] as const
export type OtherCompanies = (typeof otherCompanies)[number]

/** S4.L2.2, S4.L2.3. */
export const profileLimits = { description: 2_500, logoWidth: 300, logoHeight: 300, skills: 10, skill: 60, tags: 10, locations: 5 } as const

/** What the partner writes. */
export interface ProfileContent {
  readonly description: string
  readonly website: string | null
  readonly linkedin: string | null
  readonly industries: readonly Industry[]
  readonly services: readonly ServiceType[]
  /** ids of the cloud's services */
  readonly products: readonly string[]
  readonly competencies: readonly Competency[]
  /** free words */
  readonly skills: readonly string[]
  readonly companySizes: readonly CompanySize[]
  readonly otherCompanies: OtherCompanies | null
}

export interface ProfileLogo {
  readonly sha256: string
  readonly width: number
  readonly height: number
}

export interface BusinessProfile extends ProfileContent {
  readonly partnerId: string
  readonly id: string
  /** the country that it is written for */
  readonly market: string
  readonly status: ProfileStatus
  readonly otherCompaniesBy: string | null
  readonly otherCompaniesAt: Date | null
  readonly logo: ProfileLogo | null
  readonly createdAt: Date
  readonly createdBy: string
  readonly publishedAt: Date | null
  readonly changedAt: Date
  readonly changedBy: string
  readonly version: number
}

/** One of up to five of a profile; never changed, only deleted and added again (S4.L2.3). */
export interface ProfileLocation {
  readonly id: string
  readonly profileId: string
  readonly name: string
  readonly addressLine1: string
  readonly addressLine2: string | null
  readonly city: string
  readonly state: string | null
  readonly postalCode: string | null
  readonly country: string
  readonly phone: string | null
  readonly createdAt: Date
}
