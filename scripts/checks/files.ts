import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Paths below the folders, relative to the root, with forward slashes. */
export function filesBelow(root: string, folders: readonly string[], wanted: RegExp): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && wanted.test(entry.name) && !entry.parentPath.includes('node_modules'))
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1).replaceAll('\\', '/')),
  )
}
