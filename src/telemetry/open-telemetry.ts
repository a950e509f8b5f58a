import { ROOT_CONTEXT, type Context, type Span as ApiSpan, SpanKind, SpanStatusCode, diag, DiagLogLevel, trace } from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import { parseTraceParent } from '@opentelemetry/core'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources'
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base'
import type { Span, SpanStart, Tracer } from './telemetry.ts'

const kinds = { server: SpanKind.SERVER, client: SpanKind.CLIENT, consumer: SpanKind.CONSUMER } as const

/** A stop waits so long for a receiver that is slow (rule R35). */
const lastWordsMs = 2_000

/**
 * Spans leave by OTLP over HTTP as JSON. Where to, how many and under which name is read by the libraries from the standard
 * names: OTEL_EXPORTER_OTLP_…, OTEL_TRACES_SAMPLER…, OTEL_BSP_…, OTEL_SERVICE_NAME, OTEL_RESOURCE_ATTRIBUTES. Nothing is
 * registered globally. This file is loaded only where traces were asked for.
 */
export function openTelemetryTracer({ version, onTrouble }: { readonly version: string; readonly onTrouble: () => void }): Tracer {
  const contexts = new AsyncLocalStorageContextManager().enable()
  const quiet = () => undefined
  diag.setLogger({ error: onTrouble, warn: quiet, info: quiet, debug: quiet, verbose: quiet }, DiagLogLevel.ERROR)
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'vinculo', 'service.version': version }).merge(detectResources({ detectors: [envDetector] })),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())],
  })
  const tracer = provider.getTracer('vinculo', version)
  const spans = new WeakMap<Span, ApiSpan>()
  return {
    begin({ name, kind, attributes, parent }) {
      const made = tracer.startSpan(name, { ...(kind && { kind: kinds[kind] }), ...(attributes && { attributes }) }, contextOf(parent) ?? contexts.active())
      const span = spanOf(made)
      spans.set(span, made)
      return span
    },
    within: (span, work) => contexts.with(trace.setSpan(contexts.active(), spans.get(span)!), work),
    current() {
      const under = trace.getSpanContext(contexts.active())
      return under && `00-${under.traceId}-${under.spanId}-${under.traceFlags.toString(16).padStart(2, '0')}`
    },
    async stop() {
      const lastWords = new Promise<void>((resolve) => setTimeout(resolve, lastWordsMs).unref())
      await Promise.race([provider.shutdown().catch(onTrouble), lastWords])
      contexts.disable()
    },
  }
}

/** Strict W3C form; anything else begins a trace of its own. What else a caller may say (tracestate, baggage) is not heard. */
function contextOf(parent: SpanStart['parent']): Context | undefined {
  const known = parent === undefined ? null : parseTraceParent(parent)
  return known ? trace.setSpanContext(ROOT_CONTEXT, { ...known, isRemote: true }) : undefined
}

function spanOf(made: ApiSpan): Span {
  return {
    traceId: made.spanContext().traceId,
    end({ isFailed = false, attributes } = {}) {
      if (attributes) made.setAttributes(attributes)
      if (isFailed) made.setStatus({ code: SpanStatusCode.ERROR })
      made.end()
    },
  }
}
