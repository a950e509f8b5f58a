import { applyOverrides, deriveCloud } from '../../domain/clouds/apply-overrides.ts'
import { builtInClouds } from '../../domain/clouds/built-in-clouds.ts'
import { lineText } from '../../domain/clouds/describe.ts'
import { type ManifestLine, manifestLines } from '../../domain/clouds/manifest-lines.ts'
import type { CapabilityManifest } from '../../domain/clouds/manifest.ts'
import { DomainError } from '../../domain/errors.ts'
import type { Language } from '../../language/languages.ts'
import { findCloud, type VersionedCloud, versionedClouds } from '../../store/cloud-store.ts'
import type { UseCase } from '../use-case.ts'

export interface DescribedLine {
  readonly key: keyof CapabilityManifest
  readonly title: string
  /** in words */
  readonly value: string
  readonly isChanged: boolean
}

export interface DescribedCloud {
  readonly cloud: VersionedCloud
  readonly manifest: CapabilityManifest
  readonly lines: readonly DescribedLine[]
}

/** Every cloud with its rules in words, read from what is stored now and not from what a process remembers. */
export const describeClouds: UseCase<{ readonly reader: Language }, readonly DescribedCloud[]> = {
  action: 'operator.read',
  run: async ({ trx }, { reader }) => (await versionedClouds(trx)).map((cloud) => describeCloud(cloud, reader)),
}

export const readCloud: UseCase<{ readonly id: string; readonly reader: Language }, DescribedCloud> = {
  action: 'operator.read',
  run: async ({ trx }, { id, reader }) => describeCloud(await findCloud(trx, id), reader),
}

export function describeCloud(cloud: VersionedCloud, reader: Language): DescribedCloud {
  const manifest = shownManifest(cloud)
  const lines = (Object.entries(manifestLines) as [keyof CapabilityManifest, ManifestLine][]).map(([key, line]) => ({
    key,
    title: line.title[reader],
    value: lineText(manifest, key, reader),
    isChanged: Object.hasOwn(cloud.overrides, key),
  }))
  return { cloud, manifest, lines }
}

/** Changes that no longer fit the program are left out here as they are everywhere (cloud-manifests). */
export function shownManifest(cloud: Pick<VersionedCloud, 'id' | 'basedOn' | 'overrides'>): CapabilityManifest {
  try {
    return manifestFor(cloud)
  } catch {
    return builtInClouds[cloud.basedOn as keyof typeof builtInClouds] ?? builtInClouds.public
  }
}

/** Throws invalidInput, naming the line, where the overrides do not fit or contradict each other. */
export function manifestFor({ id, basedOn, overrides }: Pick<VersionedCloud, 'id' | 'basedOn' | 'overrides'>): CapabilityManifest {
  if (!Object.hasOwn(builtInClouds, basedOn)) throw new DomainError('notFound', 'The cloud stands on one that is not there.')
  const begin = builtInClouds[basedOn as keyof typeof builtInClouds]
  return id === basedOn ? applyOverrides(begin, overrides) : deriveCloud(begin, id, overrides)
}
