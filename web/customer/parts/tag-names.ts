import type { Competency, Industry, ServiceType } from '../../../src/domain/business-profiles/business-profile.ts'
import type { useText } from '../../shared/language/LanguageProvider.tsx'

type Say = ReturnType<typeof useText>['t']

/** Tags by their names; the contract spells them as the domain does. */
export const serviceNames = (t: Say, codes: readonly string[]): string[] => (codes as readonly ServiceType[]).map((code) => t(`referrals.service.${code}`))
export const industryNames = (t: Say, codes: readonly string[]): string[] => (codes as readonly Industry[]).map((code) => t(`referrals.industry.${code}`))
export const competencyNames = (t: Say, codes: readonly string[]): string[] => (codes as readonly Competency[]).map((code) => t(`referrals.competency.${code}`))
