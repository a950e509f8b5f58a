import { open } from '../../src/security/seal.ts'
import type { Environment } from '../../src/application/environment.ts'
import { sql } from './world.ts'

export interface QueuedMail {
  readonly id: string
  readonly template: string
  readonly recipient: string
  readonly language: string
  readonly subject: string
  readonly body: string
  /** the link or code that only the mail holds */
  readonly secret: string
}

/** The mails in the outbox to one address, the newest last, opened as delivery opens them. */
export async function mailsTo(env: Environment, recipient: string): Promise<QueuedMail[]> {
  const rows = await sql('select id, template, recipient, language, subject, body, sealed_secret from mails where recipient = $1 order by created_at, id', [recipient])
  return rows.map(({ sealed_secret: sealed, ...mail }) => ({ ...(mail as QueuedMail), secret: sealed ? open(env.keyRing, 'mailSecret', mail.id, sealed) : '' }))
}

/** What stands in the link of the latest mail to the address. */
export async function mailedSecret(env: Environment, recipient: string): Promise<string> {
  const mail = (await mailsTo(env, recipient)).at(-1)
  if (!mail?.secret) throw new Error(`no mail with a secret went to ${recipient}`)
  return new URL(mail.secret).hash.slice(1)
}
