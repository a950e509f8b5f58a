import { chinaCloud } from './china.ts'
import { germanyCloud } from './germany.ts'
import type { CapabilityManifest } from './manifest.ts'
import { publicCloud } from './public.ts'
import { usGovCloud } from './us-gov.ts'

/** The four clouds of the seeds. An installation reads them through applyOverrides. */
export const builtInClouds = {
  public: publicCloud,
  usGov: usGovCloud,
  germany: germanyCloud,
  china: chinaCloud,
} as const satisfies Record<string, CapabilityManifest>

export type BuiltInCloudId = keyof typeof builtInClouds
