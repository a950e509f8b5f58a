import { type Branding, plainBranding } from '../domain/branding.ts'
import { DomainError } from '../domain/errors.ts'
import type { Transaction } from './database.ts'
import { readSetting, writeSetting } from './installation-store.ts'

export async function readBranding(trx: Transaction): Promise<Branding> {
  return (await readSetting(trx, 'branding')) ?? plainBranding
}

/** Only where nobody changed it since it was read; two who save at once follow one another on the row. */
export async function saveBranding(trx: Transaction, next: Branding, now: Date): Promise<Branding> {
  const held = await trx.selectFrom('settings').select('value').where('name', '=', 'branding').forUpdate().executeTakeFirst()
  const version = (held?.value as unknown as Branding | undefined)?.version ?? plainBranding.version
  if (version !== next.version) throw new DomainError('changedMeanwhile', 'The branding changed meanwhile.')
  const saved = { ...next, version: version + 1 }
  await writeSetting(trx, 'branding', saved, now)
  return saved
}

export async function readLogo(trx: Transaction): Promise<Buffer | undefined> {
  const stored = await readSetting(trx, 'brandingLogo')
  return stored && Buffer.from(stored.png, 'base64')
}

export function writeLogo(trx: Transaction, png: Buffer, now: Date): Promise<void> {
  return writeSetting(trx, 'brandingLogo', { png: png.toString('base64') }, now)
}
