import { monitorEventLoopDelay } from 'node:perf_hooks'
import { gauge, total } from './metrics.ts'

/** Memory, processor time and how long the event loop keeps others waiting; the delay is of the time since it was read last. */
export function watchProcess(): { text(): string; stop(): void } {
  const delay = monitorEventLoopDelay({ resolution: 10 })
  delay.enable()
  return {
    text() {
      const { rss, heapUsed, external } = process.memoryUsage()
      const { user, system } = process.cpuUsage()
      const quantiles = ([['0.5', 50], ['0.99', 99], ['1', 100]] as const).map(([quantile, percent]) => [{ quantile }, delay.count === 0 ? 0 : delay.percentile(percent) / 1e9] as const)
      delay.reset()
      return [
        gauge({ name: 'nodejs_eventloop_delay_seconds', help: 'Delay of the event loop since the last scrape; 1 is the longest.' }, quantiles),
        gauge({ name: 'process_resident_memory_bytes', help: 'Memory of the server process, its database not included.' }, [[{}, rss]]),
        gauge({ name: 'nodejs_heap_used_bytes', help: 'Heap in use.' }, [[{}, heapUsed]]),
        gauge({ name: 'nodejs_external_memory_bytes', help: 'Buffers outside the heap.' }, [[{}, external]]),
        gauge({ name: 'process_start_time_seconds', help: 'When the process began, seconds since 1970.' }, [[{}, performance.timeOrigin / 1_000]]),
        total({ name: 'process_cpu_seconds_total', help: 'Processor time of the server process.' }, (user + system) / 1e6),
      ].join('')
    },
    stop: () => delay.disable(),
  }
}
