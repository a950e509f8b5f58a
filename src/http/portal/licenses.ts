import { changeCustomersUserLicenses, changeUserLicenses } from '../../application/licenses/change-user-licenses.ts'
import { listCustomersSubscribedSkus, listSubscribedSkus } from '../../application/licenses/list-subscribed-skus.ts'
import { readCustomersUserLicenses, readUserLicenses } from '../../application/licenses/read-user-licenses.ts'
import { readerLanguage } from '../reader-language.ts'
import { type AnyRoute, route } from '../route.ts'
import { LicenseChange, SubscribedSkus, UserLicenses, wishesOf } from './license-schemas.ts'
import { allParams, either, type Params, peopleSides, personParams, type Side, whom, whose } from './people-sides.ts'

/** Licenses of users, of one's own organization and of a customer under admin privileges. */
export const licenseRoutes: AnyRoute[] = peopleSides.flatMap(entries)

function entries(side: Side): AnyRoute[] {
  const { base, tag, person } = side
  const params = allParams(side)
  return [
    route({
      method: 'GET',
      path: `${base}/subscribed-skus`,
      summary: `List the SKUs that users of ${side.whose} can be given, with what is left of each`,
      tag,
      useCase: either(side, listSubscribedSkus, listCustomersSubscribedSkus),
      ...(params && { params }),
      answer: SubscribedSkus,
      input: ({ params: named, request }) => ({ ...whose(side, named as Params), reader: readerLanguage(request) }),
      present: (items) => ({ items: [...items] as never }),
    }),
    route({
      method: 'GET',
      path: `${base}/people/${person}/licenses`,
      summary: `Read the licenses of a person of ${side.whose}, with their service plans`,
      tag,
      useCase: either(side, readUserLicenses, readCustomersUserLicenses),
      params: personParams(side),
      answer: UserLicenses,
      input: ({ params: named, request }) => ({ ...whom(side, named as Params), reader: readerLanguage(request) }),
      present: (items) => ({ items: [...items] as never }),
    }),
    route({
      method: 'POST',
      path: `${base}/people/${person}/license-changes`,
      summary: `Assign licenses to a person of ${side.whose}, switch service plans, or remove licenses; all that is asked or nothing`,
      tag,
      useCase: either(side, changeUserLicenses, changeCustomersUserLicenses),
      params: personParams(side),
      body: LicenseChange,
      answer: UserLicenses,
      keyKeptForDays: 1,
      input: ({ params: named, body, request }) => ({ ...whom(side, named as Params), wishes: wishesOf((body as never as { licenses: never }).licenses), reader: readerLanguage(request) }),
      present: (items) => ({ items: [...items] as never }),
    }),
  ]
}
