import { attestationBlocked } from '../../domain/agreements/attestation.ts'
import type { CustomerAccount } from '../../domain/customers/customer-account.ts'
import type { Language } from '../../language/languages.ts'
import { attestationsBetween } from '../../store/attestation-store.ts'
import { namesOfPeople } from '../../store/names-of-people.ts'
import { signedAgreements } from '../../store/signature-store.ts'
import { explain } from '../relationship-requests/explain.ts'
import type { Work } from '../use-case.ts'
import { ownAcceptance, standingAttestation } from './attest.ts'

/** `accepted`: by the customer itself, which stands for every partner. `attested`: by this partner, for this partner (D.6). */
export type AgreementStatus = 'accepted' | 'attested' | 'missing' | 'notRequired' | 'unknown'

const nothing = { signedAt: null, signerName: null, versionNumber: null, language: null, attestation: null, attestBlocked: null }

/** How the agreement stands for this partner, seen through the relationship and so not after its end. */
export async function agreementOf(work: Work, account: CustomerAccount, reader: Language) {
  const { trx, manifest, person } = work
  const { customerId, endedAt } = account
  if (manifest.customerAgreement === 'none') return { status: 'notRequired' as AgreementStatus, ...nothing }
  if (endedAt !== null) return { status: 'unknown' as AgreementStatus, ...nothing }
  const { standing } = await ownAcceptance(work, account)
  const [latest] = await signedAgreements(trx, customerId, { most: 1, from: undefined })
  const [attestation] = await attestationsBetween(trx, person.tenantId, customerId)
  const isAttested = (await standingAttestation(work, account)) !== undefined
  const people = await namesOfPeople(trx, [latest?.personId, attestation?.attestedBy].filter((id) => id !== undefined))
  const blocked = attestationBlocked(person.partnerKinds, manifest, standing)
  const status: AgreementStatus = standing === 'accepted' ? 'accepted' : isAttested ? 'attested' : 'missing'
  return {
    status,
    signedAt: latest?.signedAt.toISOString() ?? null,
    signerName: latest ? (people.get(latest.personId)?.displayName ?? null) : null,
    versionNumber: latest?.number ?? null,
    language: latest?.language ?? null,
    attestation: attestation
      ? {
          ...{ id: attestation.id, firstName: attestation.firstName, lastName: attestation.lastName, mail: attestation.mail, phone: attestation.phone },
          agreedOn: attestation.agreedOn,
          attestedAt: attestation.attestedAt.toISOString(),
          attestedBy: people.get(attestation.attestedBy)?.displayName ?? null,
          versionNumber: attestation.versionNumber,
        }
      : null,
    attestBlocked: blocked ? explain(reader, blocked) : null,
  }
}
