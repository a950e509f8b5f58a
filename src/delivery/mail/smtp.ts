import { createTransport } from 'nodemailer'
import type { LeavingMail } from '../../application/mail/take-mail.ts'
import { mailAddress } from '../../domain/addresses.ts'

/** A way out for mails. Throws MailRefused, or whatever the network says. */
export interface MailTransport {
  /** gives the receiver's reply */
  send(mail: LeavingMail): Promise<string>
  close(): void
}

/** The receiver answered that it will never take this mail: trying again would only annoy it. */
export class MailRefused extends Error {
  /** whether the receiver's address was what it refused (RCPT TO) */
  readonly isAddress: boolean

  constructor(message: string, isAddress = false) {
    super(message)
    this.isAddress = isAddress
  }
}

/**
 * The server that SMTP_URL names. Who sends is the operator's setting; without one `?from=`; else the URL's user where that is an address, else
 * no-reply at the public host. Certificates are always checked (V07): what the URL says about that is not heard.
 */
export function smtpTransport(smtpUrl: string, publicUrl: string): MailTransport {
  const url = new URL(smtpUrl)
  const usual = usualSenderOf(smtpUrl, publicUrl)
  url.searchParams.delete('from')
  const transport = createTransport(
    {
      url: url.href,
      pool: true,
      maxConnections: 4,
      connectionTimeout: 15_000,
      greetingTimeout: 15_000,
      socketTimeout: 60_000,
      disableFileAccess: true,
      disableUrlAccess: true,
      tls: { rejectUnauthorized: true },
    } as Parameters<typeof createTransport>[0],
  )
  return {
    async send(mail) {
      // A second look with our own eyes, before any library parses it (rule R13).
      if (mailAddress(mail.recipient).address !== mail.recipient) throw new MailRefused('the address is not in its strict form')
      const { sender } = mail
      const from = sender.address ?? usual
      try {
        const { response } = await transport.sendMail({
          envelope: { from, to: [mail.recipient] },
          from: { name: sender.name ?? '', address: from },
          ...(sender.replyTo !== null && { replyTo: { name: '', address: sender.replyTo } }),
          to: { name: '', address: mail.recipient },
          subject: mail.subject,
          text: mail.text,
          messageId: mail.messageId,
          date: mail.createdAt,
          headers: {
            'Auto-Submitted': 'auto-generated',
            'X-Auto-Response-Suppress': 'All',
            'Content-Language': mail.language,
            ...(mail.unsubscribe && unsubscribeHeaders(mail.unsubscribe)),
          },
        })
        return response
      } catch (error) {
        throw isFinal(error) ? new MailRefused(wordsOf(error), (error as SmtpFailure).command === 'RCPT TO') : error
      }
    },
    close: () => transport.close(),
  }
}

/**
 * One step is offered only where the address is one that takes it (RFC 8058, 3.1: https; not the page, which letters written
 * before name). Whoever signs the mails has to sign both headers, or receivers do not believe them.
 */
function unsubscribeHeaders(address: string): Readonly<Record<string, string>> {
  const { protocol, hash } = new URL(address)
  return { 'List-Unsubscribe': `<${address}>`, ...(protocol === 'https:' && hash === '' && { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }) }
}

interface SmtpFailure {
  readonly responseCode?: number
  readonly command?: string
  readonly response?: string
  readonly code?: string
}

/** What to keep of a failure, for the operator. */
export function wordsOf(error: unknown): string {
  const { response, code } = error as SmtpFailure
  return response ?? code ?? (error instanceof Error ? error.message : 'unknown')
}

/** 5xx about this sender, receiver or message (RFC 5321, 4.2.1). A refused sign-in is ours to mend, so it is tried again. */
function isFinal(error: unknown): boolean {
  const { responseCode = 0, command = '' } = error as SmtpFailure
  return responseCode >= 500 && ['MAIL FROM', 'RCPT TO', 'DATA'].includes(command)
}

/** Who sends where the operator set nothing else. */
export function usualSenderOf(smtpUrl: string, publicUrl: string): string {
  const url = new URL(smtpUrl)
  const { hostname } = new URL(publicUrl)
  for (const candidate of [url.searchParams.get('from'), decodeURIComponent(url.username)]) {
    try {
      if (candidate) return mailAddress(candidate).address
    } catch {
      // The user of a mail server need not be an address.
    }
  }
  return `no-reply@${hostname}`
}
