import type { Environment } from './application/environment.ts'
import { gaugesOf } from './application/installation/gauges.ts'
import type { Config } from './config.ts'
import { product } from './product.ts'
import type { Log } from './store/postgres/log.ts'
import { startMeasures } from './telemetry/measures.ts'
import { gauge } from './telemetry/metrics.ts'
import { watchProcess } from './telemetry/process-gauges.ts'
import { serveMetrics } from './telemetry/serve-metrics.ts'
import type { Telemetry } from './telemetry/telemetry.ts'

export interface RunningTelemetry {
  /** for the environment; empty where nothing was asked for */
  readonly parts: Telemetry
  /** opens the port of the metrics, where one is named */
  serve(env: Environment, about: { readonly schemaVersion: number; readonly tasks: readonly string[] }): Promise<void>
  stop(): Promise<void>
}

/** Numbers and traces, each only where the environment asks for it (decision 25). The libraries of traces are loaded only then. */
export async function startTelemetry(config: Config, log: Log): Promise<RunningTelemetry> {
  const measures = config.metrics && startMeasures()
  const onTrouble = () => log.warn({ code: 'tracesNotSent' }, 'traces could not be sent')
  const tracer = config.sendsTraces ? (await import('./telemetry/open-telemetry.ts')).openTelemetryTracer({ version: product.version, onTrouble }) : undefined
  let listener: Awaited<ReturnType<typeof serveMetrics>> | undefined
  let watched: ReturnType<typeof watchProcess> | undefined
  return {
    parts: { measures, tracer },
    async serve(env, { schemaVersion, tasks }) {
      if (!config.metrics || !measures) return
      const watch = (watched = watchProcess())
      const about = gauge({ name: 'vinculo_info', help: 'Version of the program and of its schema.' }, [[{ version: product.version, schema: String(schemaVersion) }, 1]])
      const gauges = gaugesOf(env, tasks)
      listener = await serveMetrics(config.metrics, async () => about + measures.text() + (await gauges()) + watch.text())
      log.info({ port: listener.port }, 'metrics are read here')
    },
    async stop() {
      await listener?.close()
      watched?.stop()
      await tracer?.stop()
    },
  }
}
