import { SerializerSelector } from '@fastify/fast-json-stringify-compiler'
import type { FastifySerializerCompiler } from 'fastify'

type Serialize = ReturnType<FastifySerializerCompiler<object>>

const compile = SerializerSelector()({}, { ajv: { formats: { id: true } } } as never)
const compiled = new WeakMap<object, Serialize>()

/** What writes an answer is made when it is first needed, once for each schema of the process, however many servers and routes use it. */
export const serializerCompiler: FastifySerializerCompiler<object> = (route) => (data) => serializerOf(route)(data)

/** Fails where the schema is none. */
export function serializerOf(route: Parameters<typeof serializerCompiler>[0]): Serialize {
  let serialize = compiled.get(route.schema)
  if (!serialize) compiled.set(route.schema, (serialize = compile(route as never) as Serialize))
  return serialize
}
