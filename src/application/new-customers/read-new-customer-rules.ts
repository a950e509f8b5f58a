import { attestationBlocked } from '../../domain/agreements/attestation.ts'
import { defaultLanguage } from '../../domain/countries.ts'
import { customerCountries } from '../../domain/markets/markets.ts'
import { rulesOf } from '../../domain/new-customers/country-rules.ts'
import { prefixLengths } from '../../domain/new-customers/domain-prefix.ts'
import { creationBlocked } from '../../domain/new-customers/permission-to-create.ts'
import { roleAllows } from '../../domain/rights.ts'
import type { Language } from '../../language/languages.ts'
import { explain } from '../relationship-requests/explain.ts'
import type { UseCase, Work } from '../use-case.ts'

/** Everything the form has to know before the first letter is typed: countries with their rules, domain, agreement. */
export const readNewCustomerRules: UseCase<{ readonly reader: Language }, ReturnType<typeof describeRules>> = {
  action: 'customer.prepare',

  async run(work, { reader }) {
    return describeRules(work, reader)
  },
}

function describeRules(work: Work, reader: Language) {
  const { manifest, person } = work
  const blocked = creationBlocked(person.partnerKinds, manifest)
  // A tenant that does not exist yet has signed nothing.
  const unattestable = attestationBlocked(person.partnerKinds, manifest, 'missing') ?? (roleAllows(person.roles, 'agreement.attest') ? undefined : 'roleMissing')
  return {
    domain: { ending: manifest.customerDomain, ...prefixLengths },
    countries: customerCountries(manifest, person.country).map((country) => ({ ...rulesOf(country), language: defaultLanguage(country).slice(0, 2) })),
    agreement: { isRequired: manifest.customerAgreement === 'required', canAttest: unattestable === undefined, ...explained(unattestable, reader) },
    blocked: blocked ? explain(reader, blocked) : null,
  }
}

function explained(reason: string | undefined, reader: Language): { readonly reasonCode: string | null; readonly reasonText: string | null } {
  return reason ? explain(reader, reason) : { reasonCode: null, reasonText: null }
}
