import { createHash } from 'node:crypto'
import { type Branding, checkedBranding } from '../../domain/branding.ts'
import { DomainError } from '../../domain/errors.ts'
import { noTenant } from '../../domain/ids.ts'
import { reencodePng } from '../../security/png.ts'
import { readBranding, readLogo as loadLogo, saveBranding, writeLogo } from '../../store/branding-store.ts'
import { recordForOperators } from '../operator/tell-operators.ts'
import type { UseCase, Work } from '../use-case.ts'

export const showBranding: UseCase<object, Branding> = {
  action: 'operator.read',
  run: ({ trx }) => readBranding(trx),
}

export type BrandingChange = Pick<Branding, 'name' | 'accent' | 'links' | 'version'>

export const changeBranding: UseCase<BrandingChange, Branding> = {
  action: 'branding.change',

  async run(work, { version, ...change }) {
    const before = await brandingAt(work, version)
    return save(work, { ...before, ...checkedBranding(change) })
  },
}

/** Kept are the dots of the picture in a file of our own; what was uploaded is thrown away. Null takes the logo away. */
export const changeLogo: UseCase<{ readonly png: string | null; readonly version: number }, Branding> = {
  action: 'branding.change',

  async run(work, { png, version }) {
    const before = await brandingAt(work, version)
    if (png === null) return save(work, { ...before, logo: null })
    const { png: own, width, height } = reencodePng(Buffer.from(png, 'base64'))
    await writeLogo(work.trx, own, work.now)
    return save(work, { ...before, logo: { sha256: createHash('sha256').update(own).digest('hex'), width, height } })
  },
}

/** For everybody: it stands at the door. Undefined while there is none. */
export const readLogo: UseCase<object, { readonly png: Buffer; readonly sha256: string } | undefined> = {
  action: 'branding.read',

  async run({ trx }) {
    const { logo } = await readBranding(trx)
    const png = logo && (await loadLogo(trx))
    return png ? { png, sha256: logo.sha256 } : undefined
  },
}

/** The version before the words: whoever edits what has changed meanwhile is told that first. */
async function brandingAt({ trx }: Work, version: number): Promise<Branding> {
  const branding = await readBranding(trx)
  if (branding.version !== version) throw new DomainError('changedMeanwhile', 'The branding changed meanwhile.')
  return branding
}

async function save(work: Work, next: Branding): Promise<Branding> {
  const saved = await saveBranding(work.trx, next, work.now)
  await recordForOperators(work, { type: 'branding.changed', resource: { type: 'installation', id: noTenant }, readers: [] })
  return saved
}
