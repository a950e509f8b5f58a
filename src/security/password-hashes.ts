import { hash, parseOptions, verify } from '@node-rs/argon2'
import { passwordLengths } from './password-rules.ts'
import { type WorkGate, workGate } from './work-gate.ts'

/** OWASP's argon2id figures: 19 MiB, two passes, one lane. The algorithm is the library's default, argon2id. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 }

/** A hash of chance that was thrown away, at the same cost: checked where there is no password, so that time tells nothing. */
const nobodysHash =
  '$argon2id$v=19$m=19456,t=2,p=1$MFPHLa0j66Ty7rsqqAsyQw$hB9NV77lTemKhidpjHLfq4MF0cNlgcd82DfFeiySAw4'

/**
 * Two at a time take 38 MiB and leave half of libuv's four threads to files; 128 more wait some two seconds.
 * Shared by the whole process, because the threads are.
 */
const processGate = workGate({ parallel: 2, waiting: 128 })

/** A PHC string. Call `checkPassword` before. Throws `busy`. */
export async function hashPassword(password: string, gate: WorkGate = processGate): Promise<string> {
  return gate.run(() => hash(password.normalize('NFC'), cost))
}

/** The same work for a person without password, an unknown person (undefined) and a wrong password. Throws `busy`. */
export async function verifyPassword(
  storedHash: string | undefined | null,
  password: string,
  gate: WorkGate = processGate,
): Promise<boolean> {
  const couldBe = password.length <= passwordLengths.longest * 2 && !/\p{Cs}/u.test(password)
  const matches = await gate.run(() => verify(storedHash ?? nobodysHash, couldBe ? password.normalize('NFC') : ''))
  return matches && couldBe && storedHash != null
}

/** Whether the hash was made at another cost than today's; then hash again after the next right password. */
export function isOutdatedHash(storedHash: string): boolean {
  const { memoryCost, timeCost, parallelism, outputLen } = parseOptions(storedHash)
  return (
    memoryCost !== cost.memoryCost || timeCost !== cost.timeCost || parallelism !== cost.parallelism || outputLen !== cost.outputLen
  )
}
