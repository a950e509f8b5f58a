import { createCustomersPerson, createPerson } from '../../application/people/create-person.ts'
import { disableCustomersPerson, disablePerson } from '../../application/people/disable-person.ts'
import { enableCustomersPerson, enablePerson } from '../../application/people/enable-person.ts'
import { endSessionsOfCustomersPerson, endSessionsOfPerson } from '../../application/people/end-sessions.ts'
import { listCustomersFormerPeople, listCustomersPeople, listFormerPeople, listPeople } from '../../application/people/list-people.ts'
import { readCustomersPerson, readPerson } from '../../application/people/read-person.ts'
import { removeCustomersPerson, removePerson } from '../../application/people/remove-person.ts'
import { resetCustomersPersonsPassword, resetPersonsPassword } from '../../application/people/reset-password.ts'
import { restoreCustomersPerson, restorePerson } from '../../application/people/restore-person.ts'
import { updateCustomersPerson, updatePerson } from '../../application/people/update-person.ts'
import type { UseCase } from '../../application/use-case.ts'
import { type AnyRoute, route } from '../route.ts'
import { Nothing } from '../schemas.ts'
import { FormerPersonList, IssuedPerson, NewPerson, Paging, peopleAskOf, PeopleQuery, PersonChange, PersonList, PersonRow, presentFormer, presentIssued, presentPerson, presentRestored, Restoration, RestoredPerson } from './people-schemas.ts'
import { allParams, either, pageOf, type Params, peopleSides, personParams, type Side, whom, whose } from './people-sides.ts'

export const peopleActRoutes: AnyRoute[] = peopleSides.flatMap((side) => [...lists(side), ...changes(side), ...credentials(side)])

function lists(side: Side): AnyRoute[] {
  const { base, tag } = side
  const params = allParams(side)
  return [
    route({
      method: 'GET',
      path: `${base}/people`,
      summary: `List the people of ${side.whose}`,
      tag,
      useCase: either(side, listPeople, listCustomersPeople),
      ...(params && { params }),
      query: PeopleQuery,
      answer: PersonList,
      input: ({ params: named, query }) => ({ ...whose(side, named as Params), asked: peopleAskOf(query), page: pageOf(query) }),
      present: ({ items, next, previous }) => ({ items: items.map(presentPerson), next, previous }),
    }),
    route({
      method: 'GET',
      path: `${base}/former-people`,
      summary: `List the people who were deleted from ${side.whose} and not erased`,
      tag,
      useCase: either(side, listFormerPeople, listCustomersFormerPeople),
      ...(params && { params }),
      query: Paging,
      answer: FormerPersonList,
      input: ({ params: named, query }) => ({ ...whose(side, named as Params), ...pageOf(query) }),
      present: ({ items, next, previous }) => ({ items: items.map(presentFormer), next, previous }),
    }),
    route({
      method: 'GET',
      path: `${base}/people/${side.person}`,
      summary: `Read a person of ${side.whose}`,
      tag,
      useCase: either(side, readPerson, readCustomersPerson),
      params: personParams(side),
      answer: PersonRow,
      input: ({ params: named }) => whom(side, named as Params),
      present: presentPerson,
      version: ({ version }) => version,
    }),
  ]
}

function changes(side: Side): AnyRoute[] {
  const { base, tag } = side
  const act = { method: 'POST', tag, params: personParams(side), keyKeptForDays: 1 } as const
  return [
    route({
      method: 'PATCH',
      path: `${base}/people/${side.person}`,
      summary: `Change names, address, usage location or roles of a person of ${side.whose}`,
      tag,
      useCase: either(side, updatePerson, updateCustomersPerson),
      params: personParams(side),
      body: PersonChange,
      answer: PersonRow,
      ifMatch: true,
      input: ({ params: named, body, version }) => ({ ...body, ...whom(side, named as Params), version }),
      present: presentPerson,
      version: ({ version }) => version,
    }),
    route({
      ...act,
      path: `${base}/people/${side.person}/disabling`,
      summary: `Block the sign-in of a person of ${side.whose}; sessions and tokens end at once`,
      useCase: either(side, disablePerson, disableCustomersPerson),
      answer: PersonRow,
      budget: 'revoke',
      input: ({ params: named }) => whom(side, named as Params),
      present: presentPerson,
      version: ({ version }) => version,
    }),
    route({
      ...act,
      path: `${base}/people/${side.person}/enabling`,
      summary: `Let a person of ${side.whose} sign in again`,
      useCase: either(side, enablePerson, enableCustomersPerson),
      answer: PersonRow,
      input: ({ params: named }) => whom(side, named as Params),
      present: presentPerson,
      version: ({ version }) => version,
    }),
    ending(side, 'removal', `Delete a person of ${side.whose}; rights and sessions end at once, for 30 days they can be restored`, either(side, removePerson, removeCustomersPerson)),
    ending(side, 'sign-out', `End every session of a person of ${side.whose}`, either(side, endSessionsOfPerson, endSessionsOfCustomersPerson)),
  ]
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any
function ending(side: Side, act: string, summary: string, useCase: UseCase<any, void>): AnyRoute {
  return route({
    method: 'POST',
    path: `${side.base}/people/${side.person}/${act}`,
    summary,
    tag: side.tag,
    useCase,
    params: personParams(side),
    answer: Nothing,
    status: 204,
    keyKeptForDays: 1,
    budget: 'revoke',
    input: ({ params: named }) => whom(side, named as Params),
    present: () => null,
  })
}

function credentials(side: Side): AnyRoute[] {
  const { base, tag } = side
  const params = allParams(side)
  const act = { method: 'POST', tag, answer: IssuedPerson, keyKeptForDays: 1, present: presentIssued } as const
  return [
    route({
      ...act,
      path: `${base}/people/creation`,
      summary: `Create a person of ${side.whose} with a temporary password, shown once`,
      useCase: either(side, createPerson, createCustomersPerson),
      ...(params && { params }),
      body: NewPerson,
      status: 201,
      input: ({ params: named, body }) => ({ ...body, ...whose(side, named as Params) }),
    }),
    route({
      ...act,
      path: `${base}/people/${side.person}/password-reset`,
      summary: `Give a person of ${side.whose} a temporary password, shown once; the one before and every session end`,
      useCase: either(side, resetPersonsPassword, resetCustomersPersonsPassword),
      params: personParams(side),
      input: ({ params: named }) => whom(side, named as Params),
    }),
    route({
      ...act,
      answer: RestoredPerson,
      present: presentRestored,
      path: `${base}/people/${side.person}/restoration`,
      summary: `Restore a person of ${side.whose} within 30 days of deletion, with a temporary password, shown once`,
      useCase: either(side, restorePerson, restoreCustomersPerson),
      params: personParams(side),
      body: Restoration,
      input: ({ params: named, body }) => ({ ...body, ...whom(side, named as Params) }),
    }),
  ]
}
