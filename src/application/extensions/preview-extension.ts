import { createHash } from 'node:crypto'
import { DomainError } from '../../domain/errors.ts'
import { extensionProblems } from '../../domain/extensions/extension.ts'
import { extensionText, unnamedProvider } from '../../language/extension-text.ts'
import { type Language, languages } from '../../language/languages.ts'
import { partnerFacts } from '../../store/partner-facts-store.ts'
import { activeProvidersOf } from '../../store/partnership-list-store.ts'
import { explain } from '../relationship-requests/explain.ts'
import type { UseCase } from '../use-case.ts'
import { gatherExtension } from './gather-extension.ts'

export interface ExtensionPreview {
  readonly customer: { readonly id: string; readonly name: string; readonly domain: string }
  readonly providers: readonly { readonly id: string; readonly name: string }[]
  readonly problems: readonly { readonly reasonCode: string; readonly reasonText: string }[]
  /** what changes for each of the three */
  readonly forPartner: readonly string[]
  readonly forProvider: readonly string[]
  readonly forCustomer: readonly string[]
  readonly statement: { readonly text: string; readonly sha256: string }
}

/** What lending this customer to a provider would change, and what stands in the way; changes nothing. */
export const previewExtension: UseCase<{ readonly customerId: string; readonly providerId: string | undefined; readonly reader: Language }, ExtensionPreview> = {
  action: 'extension.preview',
  customer: ({ customerId }) => customerId,

  async run(work, { customerId, providerId, reader }) {
    const { account, facts, provider } = await gatherExtension(work, customerId, providerId)
    const providers = await partnerFacts(work.trx, await activeProvidersOf(work.trx, work.person.tenantId))
    const values = { provider: provider?.name ?? unnamedProvider(reader), partner: work.person.tenantName, customer: account.companyName }
    const say = (text: Parameters<typeof extensionText>[1]) => extensionText(reader, text, values)
    const reasons = [...extensionProblems(facts), ...(facts.lender.kinds.includes('indirectReseller') && providers.length === 0 ? ['extensionNoProvider'] : [])]
    return {
      customer: { id: customerId, name: account.companyName, domain: account.primaryDomain },
      providers: providers.map(({ id, name }) => ({ id, name })).sort((one, other) => (one.name < other.name ? -1 : 1)),
      problems: reasons.map((reason) => explain(reader, reason)),
      forPartner: [say('partnerKeeps'), say('partnerReseller'), say('partnerAttestation'), say('partnerEnds')],
      forProvider: [say('providerOrders'), say('providerNoPrivileges'), say('providerBilling'), say('providerBehind')],
      forCustomer: [say('customerTold'), say('customerSees'), say('customerNoPrivileges'), say('customerAgreement')],
      statement: extensionStatement(reader),
    }
  },
}

/** That the customer was told and consents by contract (D.2); of exactly these bytes the sum is kept. */
export function extensionStatement(language: Language): { readonly text: string; readonly sha256: string } {
  const text = extensionText(language, 'statement')
  return { text, sha256: createHash('sha256').update(text, 'utf8').digest('hex') }
}

/** The statement must be one that is shown today, in whichever language it was read. */
export function requireExtensionStatement(sha256: string): void {
  if (languages.some((language) => extensionStatement(language).sha256 === sha256)) return
  throw new DomainError('handOverNotPossible', 'The statement is another one by now.', { reason: 'statementChanged' })
}
