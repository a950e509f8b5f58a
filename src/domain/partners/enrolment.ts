import { DomainError } from '../errors.ts'
import { isFreeWebMail } from './free-web-mail.ts'

/** What enrolment needs, in the order in which it is done (S4.L1.5); the list is the checklist of the operator. */
export const enrolmentSteps = ['workAccount', 'mailDomain', 'programmeId', 'legalDetails', 'identity', 'agreement', 'agentMembership'] as const
export type EnrolmentStepName = (typeof enrolmentSteps)[number]

/** `automatic`: follows from the records; `recorded`: an operator's check; `portal`: signed by the partner here; `outside`: signed on paper. */
export type EnrolmentHow = 'automatic' | 'recorded' | 'portal' | 'outside' | 'dnsProof'

export interface EnrolmentStep {
  readonly step: EnrolmentStepName
  /** `refused` where what stands there does not do */
  readonly status: 'done' | 'open' | 'refused'
  readonly at: Date | null
  readonly byPersonId: string | null
  readonly how: EnrolmentHow | null
  readonly note: string | null
}

export interface RecordedCheck {
  readonly at: Date
  readonly byPersonId: string | null
  readonly note: string | null
}

export interface EnrolmentFacts {
  readonly enrolledAt: Date
  readonly programmeId: string | null
  readonly primaryDomain: string
  /** the first Global admin */
  readonly founder: { readonly personId: string; readonly hasJoined: boolean; readonly mail: string | null; readonly createdAt: Date } | null
  readonly checks: Readonly<Partial<Record<'programmeId' | 'legalDetails' | 'agreement', RecordedCheck>>>
  readonly identity: { readonly at: Date; readonly byPersonId: string | null; readonly method: string; readonly note: string | null } | null
  readonly agreementSignedAt: Date | null
  /** of the signature made here; null where there is none, or it was made outside */
  readonly signer: { readonly personId: string; readonly signedAt: Date; readonly isAdminAgent: boolean } | null
}

const open = { status: 'open', at: null, byPersonId: null, how: null, note: null } as const

/** How far a partner has come. Nothing here gives or takes a right: only the signed agreement does (S4.L1.6). */
export function enrolmentOf(facts: EnrolmentFacts): readonly EnrolmentStep[] {
  const { founder, identity } = facts
  return [
    { step: 'workAccount', ...(founder?.hasJoined ? { ...open, status: 'done', at: founder.createdAt, byPersonId: founder.personId, how: 'automatic' } : open) },
    mailDomainStep(facts),
    { step: 'programmeId', ...(facts.programmeId === null ? open : doneBy(facts.checks.programmeId, facts.enrolledAt)) },
    { step: 'legalDetails', ...(facts.checks.legalDetails ? doneBy(facts.checks.legalDetails, facts.enrolledAt) : open) },
    {
      step: 'identity',
      ...(identity
        ? { status: 'done', at: identity.at, byPersonId: identity.byPersonId, how: identity.method === 'dnsProof' ? 'dnsProof' : 'recorded', note: identity.note }
        : open),
    },
    agreementStep(facts),
    membershipStep(facts),
  ]
}

/** The domain of a mail address that the enrolment takes; free web mail proves nothing about a firm. */
export function requireFirmDomain(domain: string, field: string): void {
  if (!isFreeWebMail(domain)) return
  throw new DomainError('invalidInput', 'An address of free web mail does not show that somebody belongs to the firm.', { reason: 'freeWebMail', field })
}

function mailDomainStep({ founder, primaryDomain, enrolledAt }: EnrolmentFacts): EnrolmentStep {
  const domains = [primaryDomain, ...(founder?.mail ? [domainOf(founder.mail)] : [])]
  const status = domains.some(isFreeWebMail) ? 'refused' : 'done'
  return { step: 'mailDomain', ...open, status, at: enrolledAt, how: 'automatic' }
}

function agreementStep({ agreementSignedAt, signer, checks }: EnrolmentFacts): EnrolmentStep {
  if (!agreementSignedAt) return { step: 'agreement', ...open }
  if (signer) return { step: 'agreement', ...open, status: 'done', at: signer.signedAt, byPersonId: signer.personId, how: 'portal' }
  const { byPersonId = null, note = null } = checks.agreement ?? {}
  return { step: 'agreement', status: 'done', at: agreementSignedAt, byPersonId, how: 'outside', note }
}

/** Who signs is to see that their own account is in the Admin agents group; nobody else would look. */
function membershipStep({ signer }: EnrolmentFacts): EnrolmentStep {
  if (!signer?.isAdminAgent) return { step: 'agentMembership', ...open, byPersonId: signer?.personId ?? null }
  return { step: 'agentMembership', ...open, status: 'done', byPersonId: signer.personId, how: 'automatic' }
}

function doneBy(check: RecordedCheck | undefined, enrolledAt: Date): Omit<EnrolmentStep, 'step'> {
  return { status: 'done', at: check?.at ?? enrolledAt, byPersonId: check?.byPersonId ?? null, how: 'recorded', note: check?.note ?? null }
}

function domainOf(mail: string): string {
  return mail.slice(mail.lastIndexOf('@') + 1)
}
