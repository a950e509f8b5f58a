import { Type } from 'typebox'
import { addLocation, removeLocation } from '../../application/business-profiles/change-locations.ts'
import { changeProfile, changeProfileLogo, publishProfile, unpublishProfile } from '../../application/business-profiles/change-profile.ts'
import { createProfile, listProfiles, readProfile } from '../../application/business-profiles/own-profiles.ts'
import type { WholeProfile } from '../../application/business-profiles/show-profile.ts'
import type { ProfileContent } from '../../domain/business-profiles/business-profile.ts'
import { canonicalId } from '../../domain/ids.ts'
import { type AnyRoute, route } from '../route.ts'
import { Country, Id, IdParams, NoBody, strict, Text } from '../schemas.ts'
import { BusinessProfileList, BusinessProfileView, presentProfile, presentProfileRow, ProfileWords } from './business-profile-schemas.ts'

const tag = 'Referrals'
const path = '/business-profiles'
const whole = { tag, answer: BusinessProfileView, present: presentProfile, version: ({ version }: WholeProfile) => version } as const
const idOf = ({ id }: { id: string }) => canonicalId(id)!

export const businessProfileRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    path,
    summary: "List this partner's business profiles, one for each country it trades in",
    tag,
    useCase: listProfiles,
    answer: BusinessProfileList,
    input: () => ({}),
    present: ({ items, openMarkets }) => ({ items: items.map(presentProfileRow), openMarkets: [...openMarkets] }),
  }),
  route({
    ...whole,
    method: 'POST',
    path,
    summary: 'Begin a business profile for a country',
    useCase: createProfile,
    body: Type.Object({ market: Country }, strict),
    status: 201,
    keyKeptForDays: 1,
    input: ({ body }) => ({ market: body.market }),
  }),
  route({ ...whole, method: 'GET', path: `${path}/:id`, summary: 'Read a business profile with its locations', useCase: readProfile, params: IdParams, input: ({ params }) => ({ id: idOf(params) }) }),
  route({
    ...whole,
    method: 'PUT',
    path: `${path}/:id`,
    summary: 'Change the words of a business profile; on a published one customers see them at once',
    useCase: changeProfile,
    params: IdParams,
    body: ProfileWords,
    ifMatch: true,
    input: ({ params, body, version }) => ({ id: idOf(params), version, content: body as ProfileContent }),
  }),
  route({
    ...whole,
    method: 'PUT',
    path: `${path}/:id/logo`,
    summary: 'Change the logo of a business profile; the picture is read and written anew',
    useCase: changeProfileLogo,
    params: IdParams,
    body: Type.Object({ png: Type.Union([Type.String({ minLength: 1, maxLength: 700_000, description: 'A PNG in base64, at most 300 dots wide and high.' }), Type.Null()]) }, strict),
    ifMatch: true,
    input: ({ params, body, version }) => ({ id: idOf(params), version, png: body.png }),
  }),
  route({
    ...whole,
    method: 'POST',
    path: `${path}/:id/publication`,
    summary: 'Put a business profile into the partner finder',
    useCase: publishProfile,
    params: IdParams,
    body: NoBody,
    keyKeptForDays: 1,
    input: ({ params }) => ({ id: idOf(params) }),
  }),
  route({
    ...whole,
    method: 'POST',
    path: `${path}/:id/withdrawal`,
    summary: 'Take a business profile out of the partner finder',
    useCase: unpublishProfile,
    params: IdParams,
    body: NoBody,
    keyKeptForDays: 1,
    budget: 'revoke',
    input: ({ params }) => ({ id: idOf(params) }),
  }),
  route({
    ...whole,
    method: 'POST',
    path: `${path}/:id/locations`,
    summary: 'Add a location to a business profile, five at most; the country is the profile’s',
    useCase: addLocation,
    params: IdParams,
    body: Type.Object(
      {
        name: Text(800),
        addressLine1: Text(400),
        addressLine2: Type.Optional(Text(400, 0)),
        city: Text(400),
        state: Type.Optional(Text(400, 0)),
        postalCode: Type.Optional(Text(80, 0)),
        phone: Type.Optional(Text(80, 0)),
      },
      strict,
    ),
    status: 201,
    keyKeptForDays: 1,
    input: ({ params, body }) => ({
      profileId: idOf(params),
      location: { ...body, addressLine2: body.addressLine2 ?? null, state: body.state ?? null, postalCode: body.postalCode ?? null, phone: body.phone ?? null },
    }),
  }),
  route({
    ...whole,
    method: 'DELETE',
    path: `${path}/:id/locations/:locationId`,
    summary: 'Delete a location of a business profile',
    useCase: removeLocation,
    params: Type.Object({ id: Id, locationId: Id }, strict),
    input: ({ params }) => ({ profileId: idOf(params), id: canonicalId(params.locationId)! }),
  }),
]
