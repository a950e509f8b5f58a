import type { Environment } from '../../application/environment.ts'
import { performNow } from '../../application/perform.ts'
import { noteRefusedWord, settleCall } from '../../application/provisioning/settle-call.ts'
import { type LeavingCall, takeCall } from '../../application/provisioning/take-call.ts'
import { theSystem } from '../../domain/actor.ts'
import { DomainError } from '../../domain/errors.ts'
import { type CallOutcome, readAnswer, shortened } from '../../domain/provisioning/connector-call.ts'
import { spanned } from '../../telemetry/telemetry.ts'

/**
 * One attempt for one subscription, outside any transaction (rule R29): take, call, settle. Throws where another attempt is
 * worth while, so that the queue makes it later.
 */
export async function callConnector(env: Environment, subscriptionId: string): Promise<void> {
  const call = await performNow(env, takeCall, theSystem, { subscriptionId })
  if (!call) return
  const outcome = await spanned(env.telemetry, { name: 'connector', kind: 'client' }, () => ask(env, call))
  const { isWorthAnotherTry } = await settle(env, subscriptionId, outcome)
  if (isWorthAnotherTry) throw Object.assign(new Error('the connector did not take it'), { code: outcome.httpStatus === null ? 'unreachable' : `http${outcome.httpStatus}` })
}

async function ask(env: Environment, { url, headers, body }: LeavingCall): Promise<CallOutcome> {
  try {
    const answer = await env.outboundToConnectors(url, { method: 'POST', headers, body })
    return readAnswer(answer.status, await answer.text())
  } catch (error) {
    const { name, message } = error as Error
    // An address that may not be asked does not become one by waiting.
    return { kind: 'failure', isFinal: name === 'OutboundRefused', httpStatus: null, answer: shortened(message) }
  }
}

/** What the rules refuse is no reason to ask the connector again: it stands where the operator sees it. */
async function settle(env: Environment, subscriptionId: string, outcome: CallOutcome) {
  try {
    return await performNow(env, settleCall, theSystem, { subscriptionId, outcome })
  } catch (refusal) {
    if (!(refusal instanceof DomainError)) throw refusal
    await performNow(env, noteRefusedWord, theSystem, { subscriptionId, refusal, outcome })
    return { isWorthAnotherTry: false }
  }
}
