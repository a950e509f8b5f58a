import type { Measures } from './measures.ts'

/** What may stand beside a span or a number: codes and counts, never what people wrote or are called (rule R38). */
export type Attributes = Readonly<Record<string, string | number | boolean>>

export interface SpanStart {
  readonly name: string
  readonly kind?: 'server' | 'client' | 'consumer'
  readonly attributes?: Attributes
  /** W3C traceparent of what this follows from; else it belongs to the span under way, where there is one */
  readonly parent?: string | undefined
}

/** A piece of work that takes time. */
export interface Span {
  /** W3C trace id, hex */
  readonly traceId: string
  end(outcome?: { readonly isFailed?: boolean; readonly attributes?: Attributes }): void
}

/** Opt-in (OTEL_… of the environment); absent otherwise, so that nothing is paid for it. */
export interface Tracer {
  begin(start: SpanStart): Span
  /** everything that the work begins belongs to the span */
  within<T>(span: Span, work: () => T): T
  /** W3C traceparent of the span under way, to be handed on with a job */
  current(): string | undefined
  /** sends what is left, for a moment at most */
  stop(): Promise<void>
}

/** How the product is watched from outside; each part is there only where the operator asked for it. */
export interface Telemetry {
  readonly tracer?: Tracer | undefined
  readonly measures?: Measures | undefined
}

/** The work as a span of its own. */
export async function spanned<T>(telemetry: Telemetry | undefined, start: SpanStart, work: () => Promise<T>): Promise<T> {
  const tracer = telemetry?.tracer
  if (!tracer) return work()
  const span = tracer.begin(start)
  try {
    const result = await tracer.within(span, work)
    span.end()
    return result
  } catch (error) {
    const code = (error as { code?: unknown } | undefined)?.code
    span.end({ isFailed: true, attributes: { 'error.type': typeof code === 'string' ? code : 'failed' } })
    throw error
  }
}
