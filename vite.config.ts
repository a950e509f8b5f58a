import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** Three portals, one build: dist/web/<portal>/index.html and hashed files under /assets/. */
export default defineConfig({
  root: here('web'),
  publicDir: false,
  plugins: [react()],
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
      // What changes least keeps its name longest, so a browser loads it once.
      output: { codeSplitting: { groups: [{ name: 'react', test: /node_modules\/(react|react-dom|scheduler|@tanstack)\// }] } },
    },
  },
  server: {
    proxy: { '/api': process.env.PUBLIC_URL ?? 'http://127.0.0.1:4000' },
  },
})
