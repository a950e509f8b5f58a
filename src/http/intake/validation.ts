import Ajv, { type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import type { FastifySchemaCompiler } from 'fastify'
import { canonicalId } from '../../domain/ids.ts'
import { isDay, isInstant } from './instant.ts'

/** No coercion, nothing removed, nothing defaulted: what does not fit is refused (rule R13). */
const ajv = new Ajv.default({ coerceTypes: false, removeAdditional: false, useDefaults: false, allErrors: false, strict: false })
addFormats.default(ajv, ['email', 'uri'])
ajv.addFormat('id', (text) => canonicalId(text) !== undefined)
ajv.addFormat('date', isDay)
ajv.addFormat('date-time', isInstant)

/** Compiled when it is first asked: most of a thousand schemas would cost every start a second, and few processes meet them all. */
export const validatorCompiler: FastifySchemaCompiler<object> = ({ schema }) => {
  let compiled: ValidateFunction | undefined
  const validate: ReturnType<FastifySchemaCompiler<object>> = (data: unknown) => {
    compiled ??= ajv.compile(schema)
    const fits = compiled(data) as boolean
    validate.errors = compiled.errors
    return fits
  }
  return validate
}
