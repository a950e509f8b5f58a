import { enrolPartner } from '../../application/operator/enrol-partner.ts'
import { performNow } from '../../application/perform.ts'
import { theSystem } from '../../domain/actor.ts'
import { command, type OptionValues, textOption, UsageError } from '../command.ts'
import { describeLink, founderLink } from './invitation-of-founder.ts'
import { tenantInput, tenantOptions } from './tenant-options.ts'

export const partnerEnrol = command({
  name: 'partner enrol',
  summary: 'Enrol a partner and invite its first Global admin.',
  options: [
    ...tenantOptions,
    { flags: '--kinds <list>', summary: 'directBill, indirectProvider, indirectReseller; several with commas', isRequired: true },
    { flags: '--programme-id <digits>', summary: 'the number by which the programme knows the partner; may come later' },
    { flags: '--agreement <where>', summary: 'outside: signed before the enrolment (usual); portal: a Global admin signs it in the partner portal' },
  ],
  input: (options) => ({ ...tenantInput(options), kinds: textOption(options, 'kinds').split(','), programmeId: optional(options, 'programmeId'), agreement: agreementOption(options) }),
  run: async (context, input) => {
    const partner = await performNow(context.env, enrolPartner, theSystem, input)
    return { partner, invitation: await founderLink(context, partner.adminId) }
  },
  print: ({ partner, invitation }) => `Enrolled ${partner.name} (${partner.id}).\n${describeLink(invitation)}`,
})

function optional(options: OptionValues, name: string): string | undefined {
  return options[name] === undefined ? undefined : textOption(options, name)
}

function agreementOption(options: OptionValues): 'outside' | 'portal' {
  const where = optional(options, 'agreement') ?? 'outside'
  if (where === 'outside' || where === 'portal') return where
  throw new UsageError('--agreement is outside or portal.')
}
