import { ruleOfReason } from '../../domain/clouds/rule-of-reason.ts'
import { listed } from '../../domain/formats.ts'
import type { HandOverSide } from '../../domain/hand-overs/hand-over.ts'
import type { HandOverPlan } from '../../domain/hand-overs/plan.ts'
import type { HandOverReason } from '../../domain/hand-overs/verdict.ts'
import type { AgreementStanding } from '../../domain/invitations/invitation-facts.ts'
import { handOverText, unnamedSide } from '../../language/hand-over-text.ts'
import type { Language } from '../../language/languages.ts'
import { explain } from '../relationship-requests/explain.ts'
import { serviceName } from '../service-name.ts'
import type { Work } from '../use-case.ts'

/** Who answers for bills and support afterwards, by name. */
export interface Answering {
  readonly inFront: readonly string[]
  readonly behind: readonly string[]
}

export interface PreviewFacts {
  readonly side: HandOverSide
  readonly plan: HandOverPlan
  /** null where the reader is not to know the name yet */
  readonly names: { readonly from: string | null; readonly to: string | null; readonly customer: string | null }
  /** whether the new partner has said on what it asks privileges */
  readonly servicesAreKnown: boolean
  /** how the customer stands to the agreement; for the customer alone */
  readonly agreement: AgreementStanding | null
  /** for the customer alone: partners never learn whether there are others */
  readonly answering: Answering | null
}

export interface HandOverPreview {
  /** that there is no gap and no overlap */
  readonly moment: string
  readonly ends: readonly string[]
  readonly begins: readonly string[]
  readonly stays: readonly string[]
  /** who answers to the customer for bills and support from then on */
  readonly liable: string
  /** what ends and begins service by service, as far as the reader may know it */
  readonly services: readonly { readonly id: string; readonly name: string; readonly ends: boolean; readonly begins: boolean }[]
}

/** What the customer's yes changes, for this one of the three; changes nothing. */
export function previewFor(work: Pick<Work, 'manifest'>, facts: PreviewFacts, reader: Language): HandOverPreview {
  const { plan, side, names, servicesAreKnown } = facts
  const name = (id: string) => serviceName(work.manifest, id, reader)
  const others = { from: unnamedSide(reader, 'presentPartner'), to: unnamedSide(reader, 'newPartner'), customer: unnamedSide(reader, 'theCustomer') }
  const values = { from: names.from ?? others.from, to: names.to ?? others.to, customer: names.customer ?? others.customer, ended: listed(reader, plan.ends.map(name)), begun: listed(reader, plan.begins.map(name)) }
  const say = (text: Parameters<typeof handOverText>[1], more: Record<string, string> = {}) => handOverText(reader, text, { ...values, ...more })
  const shown = servicesAreKnown || side === 'customer' ? plan.begins : []
  return {
    moment: say(side === 'customer' ? 'customerMoment' : 'moment'),
    ...linesFor[side](facts, say),
    liable: liableText(facts, { say, reader }),
    services: work.manifest.services.map(({ id }) => ({ id, name: name(id), ends: plan.ends.includes(id), begins: shown.includes(id) })).filter(({ ends, begins }) => ends || begins),
  }
}

type Say = (text: Parameters<typeof handOverText>[1], more?: Record<string, string>) => string
type Lines = Pick<HandOverPreview, 'ends' | 'begins' | 'stays'>

const linesFor: Readonly<Record<HandOverSide, (facts: PreviewFacts, say: Say) => Lines>> = {
  customer: ({ plan, agreement }, say) => ({
    ends: [say('customerEnds'), plan.ends.length > 0 ? say('customerEndsPrivileges') : say('customerEndsNoPrivileges')],
    begins: [
      plan.formsRelationship ? say(`customerBegins.${plan.channel}`) : say('customerKeeps'),
      plan.begins.length > 0 ? say('customerBeginsPrivileges') : say('customerBeginsNoPrivileges'),
    ],
    stays: [...(agreement === null || agreement === 'notRequired' ? [] : [say(agreement === 'accepted' ? 'agreementKept' : 'agreementToSign')]), say('customerStaysOthers'), say('customerStaysSold')],
  }),
  from: ({ plan, servicesAreKnown }, say) => ({
    ends: [say('fromEnds'), plan.ends.length > 0 ? say('fromEndsPrivileges') : say('fromEndsNoPrivileges'), say('fromEndsRequests'), say('fromEndsAttestation')],
    begins: [say('fromBegins'), say(servicesAreKnown ? (plan.begins.length > 0 ? 'fromBeginsPrivileges' : 'fromBeginsNoPrivileges') : 'fromPrivilegesOpen')],
    stays: [say('fromStaysHistory'), say('fromStaysDuties')],
  }),
  to: ({ plan }, say) => ({
    ends: [say('toEnds')],
    begins: [plan.formsRelationship ? say(`toBegins.${plan.channel}`) : say('toKeeps'), plan.begins.length > 0 ? say('toBeginsPrivileges') : say('toBeginsNoPrivileges')],
    stays: [say('toAgreement'), say('toBilling')],
  }),
}

/** A reseller answers with its provider behind it; the customer reads who they are, the partners read the rule. */
function liableText({ side, plan, answering }: PreviewFacts, { say, reader }: { readonly say: Say; readonly reader: Language }): string {
  if (side === 'from') return say('fromLiable')
  if (side === 'to') return say(`toLiable.${plan.channel}`)
  const [front, behind] = [listed(reader, answering?.inFront ?? []), listed(reader, answering?.behind ?? [])]
  return behind === '' ? say('customerLiable', { front }) : say('customerLiableBehind', { front, behind })
}

/** Each reason with its sentence and the line of the cloud's manifest behind it. */
export function describeProblems(problems: readonly HandOverReason[], reader: Language) {
  return problems.map((reason) => ({ ...explain(reader, reason), rule: ruleOfReason(reason) }))
}
