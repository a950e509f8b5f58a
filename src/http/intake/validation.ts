import Ajv from 'ajv'
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

export const validatorCompiler: FastifySchemaCompiler<object> = ({ schema }) => ajv.compile(schema)
