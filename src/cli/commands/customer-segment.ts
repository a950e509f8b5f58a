import { setCustomerSegment } from '../../application/operator/set-customer-segment.ts'
import { performNow } from '../../application/perform.ts'
import { theSystem } from '../../domain/actor.ts'
import { type Segment, segments } from '../../domain/catalogue/catalogue.ts'
import { command, textOption, UsageError } from '../command.ts'

export const customerSegment = command({
  name: 'customer segment',
  summary: 'Say which segment a customer belongs to, and so which offers it gets.',
  options: [
    { flags: '--customer <id or domain>', summary: 'tenant id, or primary domain (cloud:domain where it stands in several clouds)', isRequired: true },
    { flags: '--segment <segment>', summary: `${segments.join(', ')}, or usual`, isRequired: true },
  ],
  input: (values) => ({ which: textOption(values, 'customer'), segment: segmentIn(textOption(values, 'segment')) }),
  run: ({ env }, asked) => performNow(env, setCustomerSegment, theSystem, asked),
  print: ({ name, id, segment }) => `${name} (${id}): ${segment ?? 'as usual in its cloud'}.`,
})

function segmentIn(text: string): Segment | null {
  if (text === 'usual') return null
  const segment = segments.find((one) => one === text)
  if (!segment) throw new UsageError(`Say --segment ${segments.join(', ')} or usual.`)
  return segment
}
