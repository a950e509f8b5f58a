import { readFileSync } from 'node:fs'

const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }

/** The product's own name is the operator's to change (settings); this is what it starts with. */
export const product = { name: 'Vinculo', version: manifest.version } as const
