import { type TSchema, Type } from 'typebox'
import { beginCustomersLicenseJob, beginLicenseJob } from '../../application/people-jobs/begin-license-job.ts'
import { cancelCustomersPeopleJob, cancelPeopleJob, resumeCustomersPeopleJob, resumePeopleJob, startCustomersPeopleJob, startPeopleJob } from '../../application/people-jobs/change-job.ts'
import type { DescribedJob } from '../../application/people-jobs/describe-job.ts'
import { listCustomersPeopleJobRows, listCustomersPeopleJobs, listOwnPeopleJobs, listPeopleJobRows, readCustomersPeopleJob, readPeopleJob } from '../../application/people-jobs/read-jobs.ts'
import { takeCustomersIssuedPasswords, takeIssuedPasswords } from '../../application/people-jobs/take-passwords.ts'
import { uploadCustomersUsers, uploadUsers } from '../../application/people-jobs/upload-users.ts'
import { canonicalId } from '../../domain/ids.ts'
import { readerLanguage } from '../reader-language.ts'
import { type AnyRoute, route, type RouteInput } from '../route.ts'
import { Id, IdParams, NoBody, strict } from '../schemas.ts'
import { LicenseJobWish, PeopleJob, PeopleJobPage, PeopleJobRowPage, PeopleJobRowsQuery, TakenPasswords, type UsersFile as UsersFileBody, UsersFile, wishesOf } from './license-schemas.ts'
import { Paging, peopleAskOf, type PeopleNarrowing } from './people-schemas.ts'
import { allParams, either, pageOf, type Params, peopleSides, type Side, whose } from './people-sides.ts'
import { rowsOfUsers } from './users-file.ts'

type From = Pick<RouteInput<unknown, unknown, unknown>, 'params' | 'request'>
const described = { answer: PeopleJob, present: (job: DescribedJob) => job as never, version: ({ version }: DescribedJob) => version } as const
const jobPath = ({ base, isOwn }: Side) => `${base}/people-jobs/${isOwn ? ':id' : ':jobId'}`
const jobParams = ({ isOwn }: Side): TSchema => (isOwn ? IdParams : Type.Object({ id: Id, jobId: Id }, strict))
const everywhere = (side: Side, { params, request }: From) => ({ ...whose(side, params as Params), reader: readerLanguage(request) })
const named = (side: Side, from: From) => ({ ...everywhere(side, from), id: canonicalId(side.isOwn ? (from.params as Params).id : (from.params as { jobId: string }).jobId)! })

/** Work on many users at once, of one's own organization and of a customer under admin privileges. */
export const peopleJobRoutes: AnyRoute[] = peopleSides.flatMap((side) => [...beginnings(side), ...reads(side), ...changes(side)])

function beginnings(side: Side): AnyRoute[] {
  const { base, tag } = side
  const params = allParams(side)
  const beginning = { ...described, method: 'POST', tag, ...(params && { params }), status: 201, keyKeptForDays: 1 } as const
  return [
    route({
      ...beginning,
      path: `${base}/license-jobs`,
      summary: `Assign and remove licenses of many people of ${side.whose}: those who are named, or all whom a filter shows; at most 10,000`,
      useCase: either(side, beginLicenseJob, beginCustomersLicenseJob),
      body: LicenseJobWish,
      input: ({ body, ...from }) => ({ ...everywhere(side, from as From), people: peopleOf(body.people as never), wishes: wishesOf(body.licenses) }),
    }),
    route({
      ...beginning,
      path: `${base}/people-uploads`,
      summary: `Upload people of ${side.whose} as text/csv or JSON; they are looked at and nobody is created yet`,
      useCase: either(side, uploadUsers, uploadCustomersUsers),
      body: UsersFile,
      upload: 'usersFile',
      budget: 'upload',
      input: ({ body, ...from }) => ({ ...everywhere(side, from as From), rows: rowsOfUsers(body as UsersFileBody) }),
    }),
  ]
}

function peopleOf(people: { ids: readonly string[] } | { filter: PeopleNarrowing }) {
  return 'ids' in people ? { ids: people.ids.map((id) => canonicalId(id)!) } : { asked: peopleAskOf(people.filter) }
}

function reads(side: Side): AnyRoute[] {
  const { base, tag } = side
  const params = allParams(side)
  return [
    route({
      method: 'GET',
      path: `${base}/people-jobs`,
      summary: `List the work on many people of ${side.whose}, latest first`,
      tag,
      useCase: either(side, listOwnPeopleJobs, listCustomersPeopleJobs),
      ...(params && { params }),
      query: Paging,
      answer: PeopleJobPage,
      input: ({ query, ...from }) => ({ ...everywhere(side, from as From), page: pageOf(query) }),
      present: (page) => page as never,
    }),
    route({
      ...described,
      method: 'GET',
      path: jobPath(side),
      summary: 'Read how far the work is',
      tag,
      useCase: either(side, readPeopleJob, readCustomersPeopleJob),
      params: jobParams(side),
      input: (from) => named(side, from),
    }),
    route({
      method: 'GET',
      path: `${jobPath(side)}/rows`,
      summary: 'List the rows: what became of each, or why it was refused',
      tag,
      useCase: either(side, listPeopleJobRows, listCustomersPeopleJobRows),
      params: jobParams(side),
      query: PeopleJobRowsQuery,
      answer: PeopleJobRowPage,
      input: ({ query, ...from }) => ({ ...named(side, from), state: query.state as never, page: pageOf(query) }),
      present: (page) => page as never,
    }),
  ]
}

function changes(side: Side): AnyRoute[] {
  const acting = { ...described, method: 'POST', tag: side.tag, params: jobParams(side), body: NoBody, keyKeptForDays: 1 } as const
  const path = jobPath(side)
  return [
    route({
      ...acting,
      path: `${path}/start`,
      summary: 'Create the people of a file that was looked at',
      useCase: either(side, startPeopleJob, startCustomersPeopleJob),
      ifMatch: true,
      input: ({ version, ...from }) => ({ ...named(side, from), version }),
    }),
    route({ ...acting, path: `${path}/resumption`, summary: 'Go on after a pause', useCase: either(side, resumePeopleJob, resumeCustomersPeopleJob), input: (from) => named(side, from) }),
    route({
      ...acting,
      path: `${path}/cancellation`,
      summary: 'Cancel what waits; what was done stays done',
      useCase: either(side, cancelPeopleJob, cancelCustomersPeopleJob),
      budget: 'revoke',
      input: (from) => named(side, from),
    }),
    route({
      method: 'POST',
      path: `${path}/passwords`,
      summary: 'Take the temporary passwords of the people of a file; given once, to whoever brought it',
      tag: side.tag,
      useCase: either(side, takeIssuedPasswords, takeCustomersIssuedPasswords),
      params: jobParams(side),
      body: NoBody,
      answer: TakenPasswords,
      keyKeptForDays: 1,
      input: (from) => named(side, from),
      present: ({ signInUrl, items }) => ({ signInUrl, items: items.map((one) => ({ ...one, validUntil: one.validUntil.toISOString() })) }),
    }),
  ]
}
