import { createTransport } from 'nodemailer'
import type { Config } from '../config.ts'
import { failure, type Finding, ok, warning } from './finding.ts'

const patienceMs = 5_000

/** Whether mails can leave and browsers can come. */
export async function examineNetwork(config: Config, publicUrl: string, isRunning: boolean): Promise<Finding[]> {
  return [await mailServerOf(config), ...(isRunning ? [await addressOf(publicUrl)] : [])]
}

async function mailServerOf({ smtpUrl }: Config): Promise<Finding> {
  if (smtpUrl === undefined) return warning('mailServer', 'SMTP_URL is missing: mails are held, and operators hand out links themselves.', 'Set SMTP_URL (or SMTP_URL_FILE) to a mail server, then restart.')
  const url = new URL(smtpUrl)
  const { hostname, port } = url
  // Ours, not the mail library's.
  url.searchParams.delete('from')
  const patience = { connectionTimeout: patienceMs, greetingTimeout: patienceMs, socketTimeout: patienceMs, dnsTimeout: patienceMs }
  const transport = createTransport({ url: url.href, ...patience, tls: { rejectUnauthorized: true } } as Parameters<typeof createTransport>[0])
  try {
    await transport.verify()
    return ok('mailServer', `The mail server ${hostname} answers and lets this installation in.`)
  } catch (error) {
    // Its text could quote the password.
    const code = (error as { code?: unknown }).code
    return failure('mailServer', `The mail server ${hostname}${port && `:${port}`} cannot be used (${typeof code === 'string' ? code : 'no answer'}).`, 'Check host, port, user and password of SMTP_URL, and the firewall. Mails wait meanwhile.')
  } finally {
    transport.close()
  }
}

/** From this machine; the way from outside may differ. */
async function addressOf(publicUrl: string): Promise<Finding> {
  try {
    const answer = await fetch(`${publicUrl}/livez`, { signal: AbortSignal.timeout(patienceMs), redirect: 'manual' })
    if (answer.status === 200) return ok('publicUrl', `${publicUrl} answers.`)
    return warning('publicUrl', `${publicUrl} answers with ${answer.status} instead of this installation.`, 'Check the proxy in front, PUBLIC_URL and ALLOWED_HOSTS.')
  } catch (error) {
    const cause = (error as { cause?: { code?: unknown } }).cause?.code
    return warning('publicUrl', `${publicUrl} cannot be reached from this machine (${typeof cause === 'string' ? cause : 'no answer'}).`, 'Check PUBLIC_URL, DNS, the proxy in front and its certificate. From outside it may work all the same.')
  }
}
