import { randomBytes, X509Certificate } from 'node:crypto'
import { lstat, statfs } from 'node:fs/promises'
import type { Config } from '../config.ts'
import { leastFreeBytes, littleFreeBytes } from '../domain/readiness.ts'
import { KeyFileError, keyFilePath, openKeyFile } from '../security/key-file.ts'
import { failure, type Finding, ok, warning } from './finding.ts'

const gigabyte = 1024 ** 3
const dayMs = 86_400_000

/** What lies around the data: folder, key file, disk, certificate. Reads only. */
export async function examinePlace(config: Config, now: Date): Promise<Finding[]> {
  return [await folderOf(config), await keysOf(config), await spaceOf(config), ...(config.tls ? [certificateOf(config.tls.cert, now)] : [])]
}

async function folderOf({ dataFolder }: Config): Promise<Finding> {
  const found = await lstat(dataFolder).catch((error: NodeJS.ErrnoException) => error.code ?? 'unknown reason')
  if (typeof found === 'string') {
    if (found === 'ENOENT') return ok('dataFolder', `${dataFolder} is not there yet; the first start makes it.`)
    return failure('dataFolder', `${dataFolder} cannot be looked at (${found}).`, 'Run this as the account of the server, or set VINCULO_DATA.')
  }
  if (!found.isDirectory() && !found.isSymbolicLink()) return failure('dataFolder', `${dataFolder} is not a folder.`, 'Choose another VINCULO_DATA.')
  // Passing through (0711) is left to the account that serves a database started by root.
  if (found.isDirectory() && (found.mode & 0o066) !== 0) return warning('dataFolder', `Others on this machine may look into ${dataFolder}.`, `chmod 700 ${dataFolder}`)
  const own = process.getuid?.()
  if (own !== undefined && own !== 0 && found.uid !== own) return warning('dataFolder', `${dataFolder} belongs to another account than this one.`, 'Run commands as the account of the server.')
  return ok('dataFolder', `${dataFolder} is closed to others.`)
}

async function keysOf({ dataFolder, keyFile }: Config): Promise<Finding> {
  const path = keyFilePath(dataFolder, keyFile)
  try {
    const { ids } = await openKeyFile({ path, mayCreate: false, random: randomBytes })
    return ok('keyFile', `${path} holds ${ids.length === 1 ? 'one key' : `${ids.length} keys`}; the current one is ${ids[0]}. Keep a copy apart from the backups.`)
  } catch (error) {
    if (!(error instanceof KeyFileError)) throw error
    if (error.problem === 'missing') return warning('keyFile', `There is no key file at ${path}.`, 'Before the first start that is as it should be. Where there are data, put the copy of it back.')
    return failure('keyFile', error.message, 'See above; without the key file nothing that is sealed can be opened.')
  }
}

async function spaceOf({ dataFolder }: Config): Promise<Finding> {
  const found = await statfs(dataFolder).catch(() => undefined)
  if (!found) return ok('diskSpace', 'There is no data folder yet.')
  const free = found.bavail * found.bsize
  const says = `${(free / gigabyte).toFixed(1)} GB are free where the data folder lies.`
  if (free < leastFreeBytes) return failure('diskSpace', says, 'Make room: a database whose disk is full stops.')
  return free < littleFreeBytes ? warning('diskSpace', says, 'Make room before it is full: a database whose disk is full stops.') : ok('diskSpace', says)
}

function certificateOf(pem: Buffer, now: Date): Finding {
  try {
    const { validTo, subject } = new X509Certificate(pem)
    const days = Math.floor((new Date(validTo).getTime() - now.getTime()) / dayMs)
    const says = `The certificate (${subject.replaceAll('\n', ', ')}) is good until ${new Date(validTo).toISOString()}.`
    if (days < 0) return failure('certificate', says, 'Renew it, put it into TLS_CERT_FILE and TLS_KEY_FILE, then restart.')
    return days < 14 ? warning('certificate', says, 'Renew it, then restart.') : ok('certificate', says)
  } catch {
    return failure('certificate', 'TLS_CERT_FILE holds no certificate.', 'It has to be a PEM file: the certificate, then those in between.')
  }
}
