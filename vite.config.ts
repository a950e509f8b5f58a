import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

const web = here('web/')

/** Of what pages are made, all portals have one file, and each portal one of its own. */
function sharedBy(id: string): string | null {
  const [room, place] = id.startsWith(web) ? id.slice(web.length).split('/') : []
  return place && !/^(main|routes)\./.test(place) ? room! : null
}

/** Every asset has its compressed copies beside it: a first page goes over the line in a third of its bytes. */
const compressed: Plugin = {
  name: 'compressed',
  apply: 'build',
  async writeBundle({ dir }) {
    const folder = join(dir!, 'assets')
    await Promise.all(
      (await readdir(folder)).map(async (name) => {
        const path = join(folder, name)
        const content = await readFile(path)
        await writeFile(`${path}.br`, await promisify(brotliCompress)(content))
        await writeFile(`${path}.gz`, await promisify(gzip)(content))
      }),
    )
  },
}

/** Three portals, one build: dist/web/<portal>/index.html and hashed files under /assets/. */
export default defineConfig({
  root: here('web'),
  publicDir: false,
  plugins: [react(), compressed],
  build: {
    outDir: here('dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    // Nothing is inlined: the content security policy allows files of our own origin only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        partner: here('web/partner/index.html'),
        customer: here('web/customer/index.html'),
        operator: here('web/operator/index.html'),
      },
      output: {
        codeSplitting: {
          groups: [
            // What changes least keeps its name longest, so a browser loads it once.
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler|@tanstack)\// },
            // A page begins with five files, not with each of their forty pieces; what a portal is, and each page, stay files of their own.
            { name: 'frame', tags: ['$initial'], test: (id) => id.includes('/node_modules/') || sharedBy(id) === 'shared' },
            { name: 'controls', test: /node_modules/ },
            { name: sharedBy, minShareCount: 2 },
          ],
        },
      },
    },
  },
  server: {
    proxy: { '/api': process.env.PUBLIC_URL ?? 'http://127.0.0.1:4000' },
  },
})
