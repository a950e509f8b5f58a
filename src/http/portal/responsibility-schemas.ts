import { type Static, Type } from 'typebox'
import { duties, marks } from '../../domain/responsibility/responsibility-map.ts'
import { Id } from '../schemas.ts'

const Duty = Type.Unsafe<(typeof duties)[number]>(Type.String({ enum: [...duties] }))
const Marks = Type.Array(Type.Unsafe<(typeof marks)[number]>(Type.String({ enum: [...marks] })), {
  description: 'gap: nobody answers for it. notSold: nothing of it is sold, so nobody bills it. overlap: more than one partner does. liableWithoutRights: answers for support without admin privileges. rightsWithoutRelationship: administers without being a reseller.',
})
const Channel = Type.Union([Type.Literal('direct'), Type.Literal('indirectReseller'), Type.Literal('indirectProvider'), Type.Null()])
const Subscriptions = Type.Union([Type.Integer(), Type.Null()], { description: 'How many subscriptions of the service it answers for; null where the duty does not follow from sales.' })
const Standing = { channel: Channel, isBehind: Type.Boolean({ description: 'Whether a reseller stands in front, so that the customer deals with that one.' }), subscriptions: Subscriptions, marks: Marks }

export const ServiceResponsibilities = Type.Object({
  service: Type.String(),
  serviceName: Type.String(),
  duties: Type.Array(Type.Object({ duty: Duty, marks: Marks, answerable: Type.Array(Type.Object({ partnerId: Id, partnerName: Type.String(), ...Standing })) })),
})
export type ServiceResponsibilities = Static<typeof ServiceResponsibilities>

/** One partner's own part, as that partner reads it: nothing about any other. */
export const OwnResponsibilities = Type.Object({
  service: Type.String(),
  serviceName: Type.String(),
  duties: Type.Array(Type.Object({ duty: Duty, isOwn: Type.Boolean(), subscriptions: Subscriptions, marks: Marks })),
})
export type OwnResponsibilities = Static<typeof OwnResponsibilities>
