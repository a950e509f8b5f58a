import { hashPassword } from '../security/password-hashes.ts'
import type { Random } from '../security/random.ts'
import { newTotpSeed } from '../security/totp.ts'
import { belowBy } from './chance.ts'

export interface Credentials {
  readonly password: string
  readonly passwordHash: string
  /** base 32 */
  readonly totpSeed: string
}

/** Short everyday words without accents: to be read from a terminal and typed. */
const syllables = `abeto alba ancla arena arpa bahia barca brisa bruma cabra canto cedro cerro cielo coral corzo cumbre duna eco encina faro flauta fresa
fuente garza grillo haya hiedra hoja jara junco lago laurel liebre lince lirio luna madera malva marea menta mirlo molino monte musgo nido niebla nube nutria
olivo olmo onda panal pardo pera pino playa pluma prado puente puma rama roble rocio romero sauce selva senda sierra tejo tigre trebol trigo tundra valle vela
viento yedra zarza zorzal`.split(/\s+/)

/** Four words and four digits, unguessable: about 38 bits behind rate limits, for an installation on one's own machine. */
export async function newCredentials(random: Random): Promise<Credentials> {
  const below = belowBy(random)
  const word = () => syllables[below(syllables.length)]!
  const password = `${word()}-${word()}-${word()}-${word()}-${String(below(10_000)).padStart(4, '0')}`
  return { password, passwordHash: await hashPassword(password), totpSeed: newTotpSeed(random) }
}
