import { localName } from '../domain/clouds/cloud-rules.ts'
import type { CapabilityManifest } from '../domain/clouds/manifest.ts'
import type { Language } from '../language/languages.ts'

/** What a service is called; one that the cloud no longer lists keeps its id as its name. */
export function serviceName(manifest: CapabilityManifest, id: string, language: Language): string {
  const service = manifest.services.find((one) => one.id === id)
  return service ? localName(service.name, language) : id
}
