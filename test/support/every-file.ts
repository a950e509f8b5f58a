import { afterAll } from 'vitest'
import { endFile } from './file-end.ts'

// A setup file's hook is registered first for each file, so it runs last: the file's own pools are closed by then.
afterAll(endFile)
