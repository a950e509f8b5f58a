import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Static, TSchema } from 'typebox'
import type { UseCase } from '../application/use-case.ts'
import type { Actor } from '../domain/actor.ts'
import type { Upload } from './uploads.ts'

/** What an entry's `input` may read; everything in it has passed the schemas. */
export interface RouteInput<Params, Query, Body> {
  readonly params: Params
  readonly query: Query
  readonly body: Body
  /** the version named by If-Match; only where `ifMatch` is declared */
  readonly version: number
  readonly actor: Actor
  readonly request: FastifyRequest
}

/**
 * One entry of the API. It validates, serialises, types and documents itself; permission and state are the use case's.
 * A route that is not an entry of the table does not start the server (rule R8).
 */
export interface Route<
  Params extends TSchema = TSchema,
  Query extends TSchema = TSchema,
  Body extends TSchema = TSchema,
  Answer extends TSchema = TSchema,
  Input = never,
  Output = unknown,
> {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  /** below /api/v1 */
  readonly path: string
  /** a short imperative sentence for the API description */
  readonly summary: string
  readonly tag: string
  readonly useCase: UseCase<Input, Output>
  readonly params?: Params
  readonly query?: Query
  readonly body?: Body
  readonly answer: Answer
  /** 302: an empty answer that sends the browser on to the `location` which `reply` sets */
  readonly status?: 200 | 201 | 202 | 204 | 302
  /** how long the stored effect of an Idempotency-Key lives (decision 20); declared means the header is required */
  readonly keyKeptForDays?: 1 | 30
  readonly ifMatch?: true
  /**
   * reads a small form in place of JSON, and looks at no cookie: for programs that post an address from a mail, where the
   * secret in the address is all there is to judge by
   */
  readonly form?: true
  /** looks at no cookie: programs call it that prove themselves by a signature over the body, which the use case checks */
  readonly isSigned?: true
  /** also takes a file as text/csv, and more than an ordinary request; `body` describes the same as JSON */
  readonly upload?: Upload
  /** the request budget that is charged (src/security/rate-limits) */
  readonly budget?: string
  input(from: RouteInput<Static<Params>, Static<Query>, Static<Body>>): Input
  present(output: Output, actor: Actor): Static<Answer>
  /** the version that the ETag carries */
  version?(output: Output): number
  /** cookies and headers that only this entry sets; not run for a replayed answer */
  reply?(output: Output, reply: FastifyReply, request: FastifyRequest): void
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AnyRoute = Route<any, any, any, any, any, any>

/** Keeps the entry's own types while it is written, and forgets them in the table. */
export function route<
  Params extends TSchema,
  Query extends TSchema,
  Body extends TSchema,
  Answer extends TSchema,
  Input,
  Output,
>(entry: Route<Params, Query, Body, Answer, Input, Output>): AnyRoute {
  return entry as AnyRoute
}
