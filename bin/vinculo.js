#!/usr/bin/env node
import { existsSync } from 'node:fs'

// A release holds compiled files (npm run build) and no sources; a checkout runs its sources as they are.
const sources = new URL('../src/main.ts', import.meta.url)
if (existsSync(sources)) {
  const { register } = await import('tsx/esm/api')
  register()
  await import(sources.href)
} else {
  // What the log says of a failure names the source that failed.
  process.setSourceMapsEnabled(true)
  await import(new URL('../lib/main.js', import.meta.url).href)
}
