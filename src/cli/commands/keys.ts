import type { Resealed } from '../../application/installation/reseal-secrets.ts'
import { command, type RotatedKeys, workshopCommand } from '../command.ts'

export const keysRotate = workshopCommand<object, RotatedKeys>({
  name: 'keys rotate',
  summary: 'Put a fresh key first into the key file; the others go on opening what they sealed.',
  options: [],
  input: () => ({}),
  runHere: (workshop) => workshop.rotateKeys(),
  print: ({ keyFile, keyId, formerKeyIds, isServerRunning }) =>
    [
      `${keyFile}: the current key is ${keyId} now; ${formerKeyIds.join(', ')} ${formerKeyIds.length === 1 ? 'stays' : 'stay'} for what was sealed before.`,
      `Copy the file to its safe place${isServerRunning ? ', restart the server' : ''}, then: vinculo keys reseal`,
    ].join('\n'),
})

export const keysReseal = command<object, Resealed>({
  name: 'keys reseal',
  summary: 'Seal every stored secret anew with the current key of the key file.',
  options: [],
  input: () => ({}),
  run: (context) => context.resealSecrets(),
  print: ({ keyId, resealed, unreadable }) =>
    `${resealed} secrets were sealed anew with key ${keyId}.${unreadable === 0 ? '' : ` ${unreadable} open with no key of the file and stay as they are: put back the key file that sealed them.`}`,
})
