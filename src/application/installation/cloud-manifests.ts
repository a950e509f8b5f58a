import { applyOverrides, deriveCloud } from '../../domain/clouds/apply-overrides.ts'
import { builtInClouds } from '../../domain/clouds/built-in-clouds.ts'
import type { CapabilityManifest } from '../../domain/clouds/manifest.ts'
import { DomainError } from '../../domain/errors.ts'
import { noTenant } from '../../domain/ids.ts'
import type { Database } from '../../store/database.ts'
import { listClouds, type StoredCloud } from '../../store/installation-store.ts'
import type { Log } from '../../store/postgres/log.ts'

export interface CloudManifests {
  /** Throws notFound for a cloud that does not exist. */
  manifestOf(cloud: string): CapabilityManifest
  /** reads the operator's changes anew */
  refresh(): Promise<void>
}

/** The manifests of all clouds, the operator's changes included. Every process reads them anew each second: a policy that narrows what people may do is never older. */
export async function cloudManifests(database: Database, log: Log): Promise<CloudManifests> {
  let manifests: ReadonlyMap<string, CapabilityManifest> = new Map(Object.entries(builtInClouds))
  const refresh = async () => {
    const stored = await database.transaction({ tenant: noTenant, scope: 'system' }, (trx) => listClouds(trx))
    manifests = resolved(stored, log)
  }
  await refresh()
  return {
    refresh,
    manifestOf(cloud) {
      const manifest = manifests.get(cloud)
      if (!manifest) throw new DomainError('notFound', 'No such cloud.')
      return manifest
    },
  }
}

/** A change that no longer fits the program (after an update) is left out and named in the log; the rest of the clouds goes on. */
function resolved(stored: readonly StoredCloud[], log: Log): ReadonlyMap<string, CapabilityManifest> {
  const builtIn = new Map<string, CapabilityManifest>(Object.entries(builtInClouds))
  const manifests = new Map(builtIn)
  for (const { id, basedOn, overrides } of stored) {
    // A copy begins with the built-in rules and its own copy of the changes: what its source becomes later is not its own.
    const begin = builtIn.get(basedOn)
    try {
      if (!begin) throw new Error(`there is no cloud ${basedOn}`)
      manifests.set(id, id === basedOn ? applyOverrides(begin, overrides) : deriveCloud(begin, id, overrides))
    } catch (error) {
      log.error({ name: id, error: String(error) }, 'the changes of a cloud cannot be applied')
    }
  }
  return manifests
}
