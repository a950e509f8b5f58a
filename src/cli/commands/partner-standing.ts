import { markPartnerDebt } from '../../application/operator/mark-partner-debt.ts'
import { reinstatePartner } from '../../application/operator/reinstate-partner.ts'
import { suspendPartner } from '../../application/operator/suspend-partner.ts'
import { verifyPartner } from '../../application/operator/verify-partner.ts'
import { performNow } from '../../application/perform.ts'
import type { UseCase } from '../../application/use-case.ts'
import { theSystem } from '../../domain/actor.ts'
import { type Command, command, type CommandOption, type OptionValues, textOption, UsageError } from '../command.ts'

type Standing = Awaited<ReturnType<typeof verifyPartner.run>>

const whichPartner: CommandOption = {
  flags: '--partner <id or domain>',
  summary: 'tenant id, or primary domain (cloud:domain where it stands in several clouds)',
  isRequired: true,
}

export const partnerVerify = onPartner({
  name: 'partner verify',
  summary: 'Record that a partner was verified.',
  options: [
    { flags: '--method <method>', summary: 'operatorCheck or dnsProof', default: 'operatorCheck' },
    { flags: '--note <text>', summary: 'what was checked; operators see it' },
  ],
  useCase: verifyPartner,
  input: (options) => ({ method: textOption(options, 'method'), note: optional(options, 'note') }),
})

export const partnerSuspend = onPartner({
  name: 'partner suspend',
  summary: 'Suspend a partner, effective at once.',
  options: [{ flags: '--reason <text>', summary: 'told to the partner' }],
  useCase: suspendPartner,
  input: (options) => ({ reason: optional(options, 'reason') }),
})

export const partnerReinstate = onPartner({ name: 'partner reinstate', summary: 'Reinstate a suspended partner.', options: [], useCase: reinstatePartner, input: () => ({}) })

export const partnerDebt = onPartner({
  name: 'partner debt',
  summary: 'Mark a partner as in debt, or take the mark away.',
  options: [{ flags: '--in-debt <yes|no>', summary: 'yes or no', isRequired: true }],
  useCase: markPartnerDebt,
  input: (options) => ({ inDebt: yesOrNo(textOption(options, 'inDebt')) }),
})

interface OnPartner<Input> {
  readonly name: string
  readonly summary: string
  readonly options: readonly CommandOption[]
  readonly useCase: UseCase<Input & { readonly which: string }, Standing>
  input(options: OptionValues): Input
}

function onPartner<Input extends object>({ name, summary, options, useCase, input }: OnPartner<Input>): Command {
  return command({
    name,
    summary,
    options: [whichPartner, ...options],
    input: (values) => ({ which: textOption(values, 'partner'), ...input(values) }),
    run: (context, asked) => performNow(context.env, useCase, theSystem, asked),
    print: (partner) => `${partner.name} (${partner.id}): ${describe(partner)}.`,
  })
}

function describe({ status, inDebt, verifiedAt }: Standing): string {
  return [status, verifiedAt ? 'verified' : 'not verified', ...(inDebt ? ['in debt'] : [])].join(', ')
}

function optional(options: OptionValues, name: string): string | null {
  return typeof options[name] === 'string' ? options[name] : null
}

function yesOrNo(text: string): boolean {
  if (text !== 'yes' && text !== 'no') throw new UsageError('Say --in-debt yes or --in-debt no.')
  return text === 'yes'
}
