import { enrolPartner } from '../../application/operator/enrol-partner.ts'
import { performNow } from '../../application/perform.ts'
import { theSystem } from '../../domain/actor.ts'
import { command, textOption } from '../command.ts'
import { describeLink, founderLink } from './invitation-of-founder.ts'
import { tenantInput, tenantOptions } from './tenant-options.ts'

export const partnerEnrol = command({
  name: 'partner enrol',
  summary: 'Enrol a partner and invite its first Global admin.',
  options: [
    ...tenantOptions,
    { flags: '--kinds <list>', summary: 'directBill, indirectProvider, indirectReseller; several with commas', isRequired: true },
    { flags: '--programme-id <digits>', summary: 'the number by which the programme knows the partner', isRequired: true },
  ],
  input: (options) => ({ ...tenantInput(options), kinds: textOption(options, 'kinds').split(','), programmeId: textOption(options, 'programmeId') }),
  run: async (context, input) => {
    const partner = await performNow(context.env, enrolPartner, theSystem, input)
    return { partner, invitation: await founderLink(context, partner.adminId) }
  },
  print: ({ partner, invitation }) => `Enrolled ${partner.name} (${partner.id}).\n${describeLink(invitation)}`,
})
