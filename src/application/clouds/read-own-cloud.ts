import { capabilityName, lineText } from '../../domain/clouds/describe.ts'
import { manifestLines } from '../../domain/clouds/manifest-lines.ts'
import type { CapabilityManifest } from '../../domain/clouds/manifest.ts'
import type { Language } from '../../language/languages.ts'
import type { UseCase } from '../use-case.ts'

/** The rules of one's own cloud in words, in the order of pages: to be read before the mistake, and where one refuses. */
export const readOwnCloud: UseCase<{ readonly reader: Language }, OwnCloud> = {
  action: 'cloud.readOwn',

  async run({ manifest }, { reader }) {
    const keys = Object.keys(manifestLines) as (keyof CapabilityManifest)[]
    return {
      id: manifest.id,
      name: manifest.name,
      lines: keys.map((key) => ({ key, title: manifestLines[key].title[reader], value: lineText(manifest, key, reader), capability: capabilityName(key, reader) })),
    }
  },
}

export interface OwnCloud extends Pick<CapabilityManifest, 'id' | 'name'> {
  /** `capability` names what the line waits for; null where it holds already */
  readonly lines: readonly { readonly key: string; readonly title: string; readonly value: string; readonly capability: string | null }[]
}
