import { type Static, Type } from 'typebox'
import { countOwnUnread } from '../../application/notifications/count-unread.ts'
import { listOwnNotifications } from '../../application/notifications/list-notifications.ts'
import { markAllNotificationsRead, markNotificationRead } from '../../application/notifications/mark-read.ts'
import { usualPageSize } from '../../application/page.ts'
import { canonicalId } from '../../domain/ids.ts'
import { kinds, type NotificationKind } from '../../domain/notifications/notification-kinds.ts'
import { readerLanguage } from '../reader-language.ts'
import { type AnyRoute, route } from '../route.ts'
import { Cursor, Id, IdParams, Instant, Maybe, Nothing, PageSize, strict } from '../schemas.ts'

export const KindName = Type.Unsafe<NotificationKind>(Type.String({ enum: kinds }))

export const Notification = Type.Object({
  id: Id,
  kind: KindName,
  side: Type.Union([Type.Literal('partner'), Type.Literal('customer'), Type.Literal('operator')], { description: 'The portal in which it is read.' }),
  at: Instant,
  isRead: Type.Boolean(),
  text: Type.String({ description: 'What happened, in the reader’s language.' }),
  reasonText: Maybe(Type.String()),
  about: Type.Union([Type.String(), Type.Null()], { description: 'The other organization, by its name or as the request named it.' }),
  counterpartId: Type.Union([Id, Type.Null()]),
  resource: Type.Object({ type: Type.String(), id: Id }),
})
export type Notification = Static<typeof Notification>

const Notifications = Type.Object({ items: Type.Array(Notification), next: Maybe(Type.String()), previous: Maybe(Type.String()) })

export const UnreadCount = Type.Object({
  count: Type.Integer({ minimum: 0, maximum: 100 }),
  isMore: Type.Boolean({ description: 'Counting stopped; there may be more.' }),
})
export type UnreadCount = Static<typeof UnreadCount>

export const MarkedRead = Type.Object({ marked: Type.Integer(), isMore: Type.Boolean({ description: 'Not all in one go; ask again.' }) })
export type MarkedRead = Static<typeof MarkedRead>

export const notificationRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    path: '/notifications',
    summary: 'List one’s own notifications of this portal, newest first',
    tag: 'Notifications',
    useCase: listOwnNotifications,
    query: Type.Object({ unread: Type.Optional(Type.Literal('true')), size: Type.Optional(PageSize), cursor: Type.Optional(Cursor) }, strict),
    answer: Notifications,
    input: ({ query, request }) => ({
      portal: request.session?.portal,
      onlyUnread: query.unread === 'true',
      page: { size: Number(query.size ?? usualPageSize), cursor: query.cursor },
      language: readerLanguage(request),
    }),
    present: ({ items, next, previous }) => ({ items: items.map((one) => ({ ...one, resource: { ...one.resource } })), next, previous }),
  }),
  route({
    method: 'GET',
    path: '/notifications/unread',
    summary: 'Count one’s own unread notifications of this portal',
    tag: 'Notifications',
    useCase: countOwnUnread,
    answer: UnreadCount,
    input: ({ request }) => ({ portal: request.session?.portal }),
    present: ({ count, isMore }) => ({ count, isMore }),
  }),
  route({
    method: 'POST',
    path: '/notifications/reading',
    summary: 'Mark one’s own notifications of this portal as read',
    tag: 'Notifications',
    useCase: markAllNotificationsRead,
    answer: MarkedRead,
    input: ({ request }) => ({ portal: request.session?.portal }),
    present: ({ marked, isMore }) => ({ marked, isMore }),
  }),
  route({
    method: 'POST',
    path: '/notifications/:id/reading',
    summary: 'Mark one notification as read',
    tag: 'Notifications',
    useCase: markNotificationRead,
    params: IdParams,
    answer: Nothing,
    status: 204,
    input: ({ params }) => ({ id: canonicalId(params.id)! }),
    present: () => null,
  }),
]
