import { Type } from 'typebox'
import { addDevices, addOwnDevices } from '../../application/devices/add-devices.ts'
import { assignDeviceProfile, removeDevices, removeOwnDevices } from '../../application/devices/change-devices.ts'
import { changeDeviceProfile, createDeviceProfile, deleteDeviceProfile, listDeviceProfiles, listOwnDeviceProfiles, readDeviceProfile, type ShownProfile } from '../../application/devices/device-profiles.ts'
import { listDevices, listOwnDevices } from '../../application/devices/list-devices.ts'
import { usualPageSize } from '../../application/page.ts'
import { canonicalId } from '../../domain/ids.ts'
import { freeText } from '../../domain/invitations/free-text.ts'
import { readerLanguage } from '../reader-language.ts'
import { type AnyRoute, route } from '../route.ts'
import { Cursor, Id, IdParams, Nothing, PageSize, strict } from '../schemas.ts'
import { DeviceCount, DeviceFile, DeviceIds, DevicePageView, DeviceProfileListView, DeviceProfileView, DeviceProfileWish, DeviceReportView } from './device-schemas.ts'

const tag = 'Devices'
const ProfileParams = Type.Object({ id: Id, profileId: Id }, strict)
const query = Type.Object({ size: Type.Optional(PageSize), cursor: Type.Optional(Cursor) }, strict)
const customerOf = ({ id }: { id: string }) => canonicalId(id)!
const ids = (all: readonly string[]) => all.map((id) => canonicalId(id)!)
const profileOf = (params: { id: string; profileId: string }) => ({ customerId: customerOf(params), profileId: canonicalId(params.profileId)! })

const profile = { tag, answer: DeviceProfileView, present: (shown: ShownProfile) => shown as never, version: ({ version }: ShownProfile) => version }
const profileList = { tag, answer: DeviceProfileListView, present: (items: readonly ShownProfile[]) => ({ items }) as never }

export const deviceRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    path: '/customers/:id/devices',
    summary: 'List the devices that partners added for a customer, latest first; never those the customer uploaded',
    tag,
    useCase: listDevices,
    params: IdParams,
    query,
    answer: DevicePageView,
    input: ({ params, query: { size, cursor } }) => ({ customerId: customerOf(params), size: Number(size ?? usualPageSize), cursor }),
    present: (page) => page as never,
  }),
  route({
    method: 'POST',
    path: '/customers/:id/devices',
    summary: 'Add a batch of devices from a CSV file, or see row by row what it would do',
    tag,
    useCase: addDevices,
    params: IdParams,
    body: DeviceFile,
    answer: DeviceReportView,
    keyKeptForDays: 1,
    input: ({ params, body, request }) => ({ customerId: customerOf(params), ...body, reader: readerLanguage(request) }),
    present: (report) => report as never,
  }),
  route({
    method: 'POST',
    path: '/customers/:id/devices/profile',
    summary: 'Give devices a profile, or take it from them; all of them or none',
    tag,
    useCase: assignDeviceProfile,
    params: IdParams,
    body: Type.Object({ deviceIds: DeviceIds, profileId: Type.Union([Id, Type.Null()]) }, strict),
    answer: DeviceCount,
    keyKeptForDays: 1,
    input: ({ params, body: { deviceIds, profileId } }) => ({ customerId: customerOf(params), deviceIds: ids(deviceIds), profileId: profileId === null ? null : canonicalId(profileId)! }),
    present: (done) => done,
  }),
  route({
    method: 'POST',
    path: '/customers/:id/devices/removal',
    summary: 'Take devices away that a partner added; all of them or none',
    tag,
    useCase: removeDevices,
    params: IdParams,
    body: Type.Object({ deviceIds: DeviceIds }, strict),
    answer: DeviceCount,
    keyKeptForDays: 1,
    input: ({ params, body }) => ({ customerId: customerOf(params), deviceIds: ids(body.deviceIds) }),
    present: (done) => done,
  }),
  route({
    ...profileList,
    method: 'GET',
    path: '/customers/:id/device-profiles',
    summary: 'List the device profiles of a customer by name',
    useCase: listDeviceProfiles,
    params: IdParams,
    input: ({ params }) => ({ customerId: customerOf(params) }),
  }),
  route({
    ...profile,
    method: 'POST',
    path: '/customers/:id/device-profiles',
    summary: 'Create a device profile for a customer',
    useCase: createDeviceProfile,
    params: IdParams,
    body: DeviceProfileWish,
    status: 201,
    keyKeptForDays: 1,
    input: ({ params, body: { description, ...wish } }) => ({ customerId: customerOf(params), description: freeText(description, 'description'), ...wish }) as never,
  }),
  route({
    ...profile,
    method: 'GET',
    path: '/customers/:id/device-profiles/:profileId',
    summary: 'Read a device profile, with the ETag that a change of it names',
    useCase: readDeviceProfile,
    params: ProfileParams,
    input: ({ params }) => profileOf(params),
  }),
  route({
    ...profile,
    method: 'PUT',
    path: '/customers/:id/device-profiles/:profileId',
    summary: 'Write a device profile anew',
    useCase: changeDeviceProfile,
    params: ProfileParams,
    body: DeviceProfileWish,
    ifMatch: true,
    input: ({ params, body: { description, ...wish }, version }) => ({ ...profileOf(params), description: freeText(description, 'description'), ...wish, version }) as never,
  }),
  route({
    method: 'DELETE',
    path: '/customers/:id/device-profiles/:profileId',
    summary: 'Delete a device profile that no device has',
    tag,
    useCase: deleteDeviceProfile,
    params: ProfileParams,
    answer: Nothing,
    status: 204,
    ifMatch: true,
    input: ({ params, version }) => ({ ...profileOf(params), version }),
    present: () => null,
  }),
  route({
    method: 'GET',
    path: '/devices',
    summary: 'List all devices of one’s own organization, whoever added them, latest first',
    tag,
    useCase: listOwnDevices,
    query,
    answer: DevicePageView,
    input: ({ query: { size, cursor } }) => ({ size: Number(size ?? usualPageSize), cursor }),
    present: (page) => page as never,
  }),
  route({
    method: 'POST',
    path: '/devices',
    summary: 'Upload devices of one’s own organization from a CSV file; no partner sees or changes them',
    tag,
    useCase: addOwnDevices,
    body: DeviceFile,
    answer: DeviceReportView,
    keyKeptForDays: 1,
    input: ({ body, request }) => ({ ...body, reader: readerLanguage(request) }),
    present: (report) => report as never,
  }),
  route({
    method: 'POST',
    path: '/devices/removal',
    summary: 'Take devices of one’s own organization away, whoever added them; all of them or none',
    tag,
    useCase: removeOwnDevices,
    body: Type.Object({ deviceIds: DeviceIds }, strict),
    answer: DeviceCount,
    keyKeptForDays: 1,
    input: ({ body }) => ({ deviceIds: ids(body.deviceIds) }),
    present: (done) => done,
  }),
  route({
    ...profileList,
    method: 'GET',
    path: '/device-profiles',
    summary: 'List the device profiles that partners made for one’s own organization',
    useCase: listOwnDeviceProfiles,
    input: () => undefined,
  }),
]
