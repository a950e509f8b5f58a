import { command } from '../command.ts'

/** Opening the data brings them up to date; this only says where they stand. */
export const migrate = command({
  name: 'migrate',
  summary: 'Bring the data to the schema of this program. Starting does so too.',
  options: [],
  input: () => ({}),
  run: async (context) => ({ schemaVersion: context.schemaVersion }),
  print: ({ schemaVersion }) => `The data have schema ${schemaVersion}, the newest of this program.`,
})
