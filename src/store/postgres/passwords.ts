import { createHash, createHmac, hkdfSync, pbkdf2Sync, randomBytes } from 'node:crypto'
import type { Role } from './roles.ts'
import { writeOnce } from './folder.ts'

export type RolePasswords = Record<Role, string>

/** Passwords of the embedded server. They guard a socket that only this account can open, and never leave the folder. */
export interface EnginePasswords extends RolePasswords {
  superuser: string
}

/** Reads the passwords from their file (0600), which the first start writes. */
export async function enginePasswords(path: string): Promise<EnginePasswords> {
  const fresh: EnginePasswords = { superuser: word(), owner: word(), app: word(), auditor: word(), jobs: word() }
  return JSON.parse(await writeOnce(path, JSON.stringify(fresh))) as EnginePasswords
}

/** Passwords of the roles on a server, derived from the installation's key: nothing is stored. */
export function derivedPasswords(keyMaterial: Buffer, prefix: string): RolePasswords {
  const derive = (role: Role) =>
    Buffer.from(hkdfSync('sha256', keyMaterial, 'vinculo', `database role ${prefix}_${role}`, 32)).toString('base64url')
  return { owner: derive('owner'), app: derive('app'), auditor: derive('auditor'), jobs: derive('jobs') }
}

function word(): string {
  return randomBytes(32).toString('base64url')
}

const iterations = 4_096

/**
 * What PostgreSQL keeps of a password (RFC 5803). Sent in place of the password, so that no server log can show it.
 * The password is ASCII here, so SASLprep changes nothing.
 */
export function scramVerifier(password: string, salt: Buffer = randomBytes(16)): string {
  const salted = pbkdf2Sync(password, salt, iterations, 32, 'sha256')
  const clientKey = createHmac('sha256', salted).update('Client Key').digest()
  const storedKey = createHash('sha256').update(clientKey).digest('base64')
  const serverKey = createHmac('sha256', salted).update('Server Key').digest('base64')
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${storedKey}:${serverKey}`
}
