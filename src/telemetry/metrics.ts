/** Prometheus text format 0.0.4, as much of it as we give. Label values come from tables of ours, never from a request. */
export type Labels = Readonly<Record<string, string>>

export interface Family {
  readonly name: string
  /** with its lines of HELP and TYPE; empty where there is nothing yet */
  text(): string
}

export interface FamilySpec {
  readonly name: string
  readonly help: string
}

/** A second look: a family that grew past this holds something that is no label, and what comes next is counted together. */
export const mostSeries = 2_000

export function counter(spec: FamilySpec): Family & { add(labels: Labels): void } {
  const values = new Map<string, number>()
  return {
    name: spec.name,
    add(labels) {
      const key = keyIn(values, labels)
      values.set(key, (values.get(key) ?? 0) + 1)
    },
    text: () => family(spec, 'counter', [...values].map(([key, value]) => sample(spec.name, key, value))),
  }
}

/** `bounds` in seconds, ascending. */
export function histogram(spec: FamilySpec & { readonly bounds: readonly number[] }): Family & { observe(labels: Labels, seconds: number): void } {
  const series = new Map<string, { readonly counts: number[]; sum: number; count: number }>()
  return {
    name: spec.name,
    observe(labels, seconds) {
      const key = keyIn(series, labels)
      const one = series.get(key) ?? { counts: spec.bounds.map(() => 0), sum: 0, count: 0 }
      series.set(key, one)
      one.sum += seconds
      one.count++
      const at = spec.bounds.findIndex((bound) => seconds <= bound)
      if (at >= 0) one.counts[at]!++
    },
    text() {
      const lines = [...series].flatMap(([key, { counts, sum, count }]) => {
        let below = 0
        const buckets = counts.map((within, at) => sample(`${spec.name}_bucket`, withLabel(key, 'le', String(spec.bounds[at])), (below += within)))
        return [...buckets, sample(`${spec.name}_bucket`, withLabel(key, 'le', '+Inf'), count), sample(`${spec.name}_sum`, key, sum), sample(`${spec.name}_count`, key, count)]
      })
      return family(spec, 'histogram', lines)
    },
  }
}

/** What was read just now. */
export function gauge(spec: FamilySpec, values: readonly (readonly [Labels, number])[]): string {
  return family(spec, 'gauge', values.map(([labels, value]) => sample(spec.name, keyOf(labels), value)))
}

/** One of them that only grows. */
export function total(spec: FamilySpec, value: number): string {
  return family(spec, 'counter', [sample(spec.name, '', value)])
}

function family({ name, help }: FamilySpec, type: 'counter' | 'gauge' | 'histogram', lines: readonly string[]): string {
  return lines.length === 0 ? '' : `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${lines.join('')}`
}

function keyIn(series: ReadonlyMap<string, unknown>, labels: Labels): string {
  const key = keyOf(labels)
  if (series.size < mostSeries || series.has(key)) return key
  return keyOf(Object.fromEntries(Object.keys(labels).map((name) => [name, 'other'])))
}

function keyOf(labels: Labels): string {
  return Object.entries(labels).map(([name, value]) => `${name}="${value.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n')}"`).join(',')
}

function withLabel(key: string, name: string, value: string): string {
  return `${key}${key && ','}${name}="${value}"`
}

function sample(name: string, key: string, value: number): string {
  return `${name}${key && `{${key}}`} ${value}\n`
}
