import { type Static, Type } from 'typebox'
import { readPartnerLink } from '../../application/partner-links/read-partner-link.ts'
import { rotatePartnerLink } from '../../application/partner-links/rotate-partner-link.ts'
import { type AnyRoute, route } from '../route.ts'
import { Instant, Language, strict } from '../schemas.ts'
import { Draft, Message, NoBody } from './relationship-request-schemas.ts'

export const PartnerLink = Type.Object({
  link: Type.String(),
  url: Type.String({ description: 'The same as link.' }),
  createdAt: Instant,
  isReusable: Type.Boolean({ description: 'Whether this cloud makes new relationships with this link.' }),
  language: Language,
  languages: Type.Array(Language),
  draft: Draft,
  message: Message,
  can: Type.Array(Type.String()),
})
export type PartnerLink = Static<typeof PartnerLink>

export const partnerLinkRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    path: '/partner-link',
    summary: 'Read the reusable link of this partner with its letter',
    tag: 'Partner link',
    useCase: readPartnerLink,
    query: Type.Object({ language: Type.Optional(Language) }, strict),
    answer: PartnerLink,
    input: ({ query }) => ({ language: query.language }),
    present: (link) => link as never,
  }),
  route({
    method: 'POST',
    path: '/partner-link/rotation',
    summary: 'Replace the reusable link; the old one opens nothing any more',
    tag: 'Partner link',
    useCase: rotatePartnerLink,
    body: NoBody,
    // Kept for repeating, so without the link itself: read it afterwards.
    answer: Type.Object({ createdAt: Instant }),
    status: 201,
    keyKeptForDays: 1,
    budget: 'revoke',
    input: () => undefined,
    present: (rotated) => rotated,
  }),
]
