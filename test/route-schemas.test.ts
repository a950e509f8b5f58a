import { expect, it } from 'vitest'
import { validatorCompiler } from '../src/http/intake/validation.ts'
import { portalRoutes } from '../src/http/routes.ts'
import { serializerOf } from '../src/http/serialization.ts'

/** A start compiles no schema; that every one can be compiled is seen here. */
it('every schema of every route can be compiled', () => {
  for (const entry of portalRoutes) {
    for (const schema of [entry.params, entry.query, entry.body]) if (schema) expect(validatorCompiler({ schema } as never)(undefined)).toBeTypeOf('boolean')
    expect(serializerOf({ schema: entry.answer } as never)).toBeTypeOf('function')
  }
})

it('a schema that is none is found', () => {
  const none = { type: 'nonsense' }
  expect(() => validatorCompiler({ schema: none } as never)(undefined)).toThrow(/schema is invalid/)
  expect(() => serializerOf({ schema: none } as never)).toThrow(/schema is invalid/)
})
