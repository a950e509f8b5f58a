import { type Static, Type } from 'typebox'
import { changeBranding, changeLogo, showBranding } from '../../application/branding/change-branding.ts'
import { type Branding, brandLinks } from '../../domain/branding.ts'
import { type AnyRoute, route } from '../route.ts'
import { Maybe, strict, Text } from '../schemas.ts'

const linkFields = { privacy: Maybe(Type.String()), terms: Maybe(Type.String()), imprint: Maybe(Type.String()), accessibility: Maybe(Type.String()) }

/** What every page shows of it. */
export const ShownBranding = Type.Object({
  name: Maybe(Type.String()),
  accent: Type.Union([Type.String(), Type.Null()], { description: 'The colour of the bar, #rrggbb.' }),
  links: Type.Object(linkFields),
  logo: Type.Union([Type.String(), Type.Null()], { description: 'Where the picture lies; another address for other bytes.' }),
})
export type ShownBranding = Static<typeof ShownBranding>

export const OperatorBranding = Type.Object({ ...ShownBranding.properties, version: Type.Integer() })
export type OperatorBranding = Static<typeof OperatorBranding>

const Link = Type.Union([Text(500, 0), Type.Null()])
const path = '/operator/branding'
const whole = { tag: 'Operator', answer: OperatorBranding, present: presentOwn, version: ({ version }: Branding) => version } as const

export const operatorBrandingRoutes: AnyRoute[] = [
  route({ ...whole, method: 'GET', path, summary: 'Read name, logo, colour and links of this installation', useCase: showBranding, input: () => ({}) }),
  route({
    ...whole,
    method: 'PUT',
    path,
    summary: 'Change name, colour and links of this installation',
    useCase: changeBranding,
    body: Type.Object(
      {
        name: Maybe(Text(400)),
        accent: Type.Union([Type.String({ pattern: '^#[0-9a-fA-F]{6}$' }), Type.Null()]),
        links: Type.Object({ privacy: Link, terms: Link, imprint: Link, accessibility: Link }, strict),
      },
      strict,
    ),
    ifMatch: true,
    input: ({ body, version }) => ({ ...body, version }),
  }),
  route({
    ...whole,
    method: 'PUT',
    path: `${path}/logo`,
    summary: 'Change the logo; the picture is read and written anew',
    useCase: changeLogo,
    body: Type.Object({ png: Type.Union([Type.String({ minLength: 1, maxLength: 700_000, description: 'A PNG in base64, at most 1,024 dots wide and high.' }), Type.Null()]) }, strict),
    ifMatch: true,
    input: ({ body, version }) => ({ png: body.png, version }),
  }),
]

export function presentBranding({ name, accent, links, logo }: Branding): ShownBranding {
  return { name, accent, links: Object.fromEntries(brandLinks.map((link) => [link, links[link]])) as ShownBranding['links'], logo: logo && `/branding/logo.png?v=${logo.sha256.slice(0, 16)}` }
}

function presentOwn(branding: Branding): OperatorBranding {
  return { ...presentBranding(branding), version: branding.version }
}
