import { createHash } from 'node:crypto'
import { localName } from '../../domain/clouds/cloud-rules.ts'
import type { CapabilityManifest } from '../../domain/clouds/manifest.ts'
import { DomainError } from '../../domain/errors.ts'
import { type Language, languages } from '../../language/languages.ts'
import { removalText } from '../../language/removal-text.ts'

export interface Statement {
  readonly text: string
  /** of the exact bytes that are shown, hex: kept with the relationship that ends [S1.49-50] */
  readonly sha256: string
}

export function removalStatement(manifest: CapabilityManifest, language: Language): Statement {
  const text = removalText(language, 'statement', { operator: localName(manifest.operatorName, language) })
  return { text, sha256: createHash('sha256').update(text, 'utf8').digest('hex') }
}

/** The statement must be one that is shown today, in whichever language it was read. */
export function requireStatement(manifest: CapabilityManifest, sha256: string): void {
  if (languages.some((language) => removalStatement(manifest, language).sha256 === sha256)) return
  throw new DomainError('removalBlocked', 'The statement is another one by now.', { reason: 'statementChanged' })
}
