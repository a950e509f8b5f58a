import { DomainError } from '../../domain/errors.ts'
import type { FieldRemark } from '../../domain/new-customers/new-customer.ts'
import { type Language } from '../../language/languages.ts'
import { explain } from '../relationship-requests/explain.ts'

/** All that is wrong at once; the first is the reason of the whole. Each pointer carries its own sentence for the reader. */
export function fieldRefusal(problems: readonly FieldRemark[], reader: Language): DomainError {
  const [first] = problems
  return new DomainError('invalidInput', `${problems.length} fields are not valid.`, {
    reason: first!.reason,
    field: first!.field,
    pointers: problems.map(({ field, reason }) => ({ pointer: `/${field}`, rule: reason, detail: explain(reader, reason).reasonText })),
  })
}
