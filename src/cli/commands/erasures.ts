import { type RecordedErasure, recordedErasures } from '../../application/personal-data/replay-erasures.ts'
import { performNow } from '../../application/perform.ts'
import { theSystem } from '../../domain/actor.ts'
import { command } from '../command.ts'

export const erasures = command<object, readonly RecordedErasure[]>({
  name: 'erasures',
  summary: 'List who was erased, by number alone, for restoring an older backup (restore --erasures). Keep it where the backups are.',
  options: [],
  input: () => ({}),
  run: ({ env }) => performNow(env, recordedErasures, theSystem, undefined),
  print: (found) => found.map(({ id, tenantId, personId, erasedAt }) => `${id} ${tenantId} ${personId} ${erasedAt}`).join('\n'),
})
