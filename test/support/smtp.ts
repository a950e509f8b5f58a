import type { AddressInfo } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { afterAll } from 'vitest'

/** A mail as it arrived, read by a parser that has nothing to do with the one that wrote it. */
export interface ArrivedMail {
  readonly from: string
  readonly to: readonly string[]
  readonly raw: string
  readonly parsed: Email
}

export interface TestSmtpServer {
  readonly url: string
  readonly arrived: ArrivedMail[]
  /** resolves once so many have arrived */
  arrivals(count: number): Promise<ArrivedMail[]>
  /** what the next messages are answered with instead of 250 */
  refuseWith(reply: { code: number; text: string } | undefined, at?: 'RCPT TO' | 'DATA'): void
  /** runs after the message was stored and before 250 is sent */
  beforeReply: (mail: ArrivedMail) => Promise<void> | void
  /** runs when 250 has been handed to the socket */
  afterReply: (mail: ArrivedMail) => void
  close(): Promise<void>
}

/** A real SMTP server on loopback. */
export async function testSmtpServer(): Promise<TestSmtpServer> {
  const waiting: { count: number; resolve: (mails: ArrivedMail[]) => void }[] = []
  let refusal: { code: number; text: string; at: string } | undefined
  const refused = () => Object.assign(new Error(refusal!.text), { responseCode: refusal!.code })
  const server = new SMTPServer({
    authOptional: true,
    disableReverseLookup: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: (_address, _session, callback) => callback(refusal?.at === 'RCPT TO' ? refused() : undefined),
    onData(stream, session, callback) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        void (async () => {
          if (refusal?.at === 'DATA') return callback(refused())
          const raw = Buffer.concat(parts).toString('latin1')
          const mail: ArrivedMail = {
            from: session.envelope.mailFrom ? session.envelope.mailFrom.address : '',
            to: session.envelope.rcptTo.map(({ address }) => address),
            raw,
            parsed: await PostalMime.parse(Buffer.concat(parts)),
          }
          arrived.push(mail)
          await self.beforeReply(mail)
          callback(null)
          self.afterReply(mail)
          for (const wish of waiting.filter(({ count }) => arrived.length >= count)) wish.resolve([...arrived])
        })()
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  const arrived: ArrivedMail[] = []
  const self: TestSmtpServer = {
    url: `smtp://127.0.0.1:${port}?ignoreTLS=true`,
    arrived,
    arrivals: (count) => (arrived.length >= count ? Promise.resolve([...arrived]) : new Promise((resolve) => waiting.push({ count, resolve }))),
    refuseWith: (reply, at = 'DATA') => void (refusal = reply && { ...reply, at }),
    beforeReply: () => undefined,
    afterReply: () => undefined,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
  afterAll(() => self.close())
  return self
}
