import { counter, gauge, histogram } from './metrics.ts'

export type Outcome = 'done' | 'refused' | 'failed'

export interface RequestMeasure {
  readonly method: string
  /** the pattern of the route, `/api/v1/customers/:id`; undefined where the address is none of ours */
  readonly route: string | undefined
  readonly status: number
}

/** What is counted while it happens. Every label comes from a table of the program: routes, actions, tasks. */
export interface Measures {
  requestBegan(): void
  requestEnded(request: RequestMeasure, seconds: number): void
  act(action: string, outcome: Outcome): void
  job(task: string, outcome: Outcome, seconds: number): void
  text(): string
}

export function startMeasures(): Measures {
  let inFlight = 0
  const requests = histogram({ name: 'vinculo_http_request_duration_seconds', help: 'Requests by route pattern and class of status, until the answer was handed on.', bounds: [0.005, 0.025, 0.1, 0.25, 1, 5] })
  const acts = counter({ name: 'vinculo_acts_total', help: 'Use cases by action and how they ended.' })
  const jobs = histogram({ name: 'vinculo_job_duration_seconds', help: 'Jobs by task and how they ended.', bounds: [0.01, 0.1, 1, 10, 60] })
  return {
    requestBegan: () => void inFlight++,
    requestEnded({ method, route, status }, seconds) {
      inFlight--
      requests.observe({ method: route === undefined ? 'any' : method, route: route ?? 'unmatched', status: `${Math.floor(status / 100)}xx` }, seconds)
    },
    act: (action, outcome) => acts.add({ action, outcome }),
    job: (task, outcome, seconds) => jobs.observe({ task, outcome }, seconds),
    text: () => [requests.text(), gauge({ name: 'vinculo_http_requests_in_flight', help: 'Requests that are not answered yet.' }, [[{}, inFlight]]), acts.text(), jobs.text()].join(''),
  }
}
