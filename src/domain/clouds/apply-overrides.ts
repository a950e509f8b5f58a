import { DomainError } from '../errors.ts'
import { checkLine, LineProblem } from './check-line.ts'
import { manifestLines } from './manifest-lines.ts'
import type { CapabilityManifest, CloudId } from './manifest.ts'

/** What an operator changed in a cloud: lines of its manifest, as they came from outside. */
export type ManifestOverrides = Readonly<Record<string, unknown>>

/** The manifest with the operator's changes. An unknown line, a wrong value or rules that contradict each other are refused. */
export function applyOverrides(manifest: CapabilityManifest, overrides: ManifestOverrides): CapabilityManifest {
  const changed: Record<string, unknown> = { ...manifest }
  for (const [key, value] of Object.entries(overrides)) {
    changed[key] = checked(key, value)
  }
  const result = changed as unknown as CapabilityManifest
  for (const [holds, line, sentence] of agreements(result)) {
    if (!holds) throw refused(line, sentence)
  }
  return result
}

/** A cloud of the operator's own, which begins as another and differs in the given lines (decision 1). */
export function deriveCloud(base: CapabilityManifest, id: CloudId, overrides: ManifestOverrides): CapabilityManifest {
  if (!/^[a-z][A-Za-z0-9]{1,39}$/.test(id)) throw refused('id', 'an id has letters and digits, and begins with a small letter')
  if (!Object.hasOwn(overrides, 'name')) throw refused('name', 'a new cloud needs a name of its own')
  return { ...applyOverrides(base, overrides), id }
}

function checked(key: string, value: unknown): unknown {
  if (!Object.hasOwn(manifestLines, key)) throw refused(key.slice(0, 40), 'a manifest has no such line')
  try {
    return checkLine(manifestLines[key as keyof CapabilityManifest], value)
  } catch (error) {
    if (error instanceof LineProblem) throw refused(key, error.message)
    throw error
  }
}

/** What must hold between the lines of one manifest. */
function agreements(manifest: CapabilityManifest): readonly (readonly [boolean, keyof CapabilityManifest, string])[] {
  const beginsWithPartnerLink = manifest.requestKinds[0] === 'partnerLink'
  return [
    [manifest.requestKinds.length > 0, 'requestKinds', 'a relationship must begin with some link'],
    [manifest.linkReusable === beginsWithPartnerLink, 'linkReusable', 'a partner link is reusable, a request is not'],
    [manifest.indirectResellersMayInvite || !manifest.jointRequests, 'jointRequests', 'a joint request is an invitation by an indirect reseller'],
    [
      manifest.customerAgreement === 'none' || manifest.agreementLanguages.length > 0,
      'agreementLanguages',
      'an agreement that is required must exist in some language',
    ],
  ]
}

function refused(line: string, sentence: string): DomainError {
  return new DomainError('invalidInput', `${line}: ${sentence}.`, { reason: 'manifestLine', line })
}
