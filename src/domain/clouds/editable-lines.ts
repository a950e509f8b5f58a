import type { CapabilityManifest } from './manifest.ts'

/** The lines of a manifest that the console sets; the others are rules of the sources, changed by whoever knows why. */
export const editableLines = [
  'name',
  'operatorName',
  'supportName',
  'partnerPortalName',
  'customerPortalName',
  'partnerRelationshipsPageName',
  'partnerContractName',
  'marketExceptions',
  // decision 8
  'billingAdministratorMayAccept',
  'indirectResellerMayRemove',
  // decision 10
  'partnerMfa',
  // decision 13
  'removalEndsPrivileges',
] as const satisfies readonly (keyof CapabilityManifest)[]
export type EditableLine = (typeof editableLines)[number]

/** What an operator asks of a cloud: a value for a line, or null for what the cloud began with. */
export type CloudChange = Readonly<Partial<Record<EditableLine, unknown>>>

/** The stored overrides after the change. Lines that the console does not set stay as they are. */
export function overridesWith(overrides: Readonly<Record<string, unknown>>, change: CloudChange): Record<string, unknown> {
  const next = { ...overrides }
  for (const line of editableLines) {
    if (!Object.hasOwn(change, line) || change[line] === undefined) continue
    if (change[line] === null) delete next[line]
    else next[line] = change[line]
  }
  return next
}
