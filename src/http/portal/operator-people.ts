import { type Static, Type } from 'typebox'
import { removeAdministratorsSecondFactor } from '../../application/operator/remove-administrators-second-factor.ts'
import { type AnyRoute, route } from '../route.ts'
import { Id, strict, Text } from '../schemas.ts'

export const HelpedAdministrator = Type.Object({ personId: Id, displayName: Type.String() })
export type HelpedAdministrator = Static<typeof HelpedAdministrator>

export const operatorPeopleRoutes: AnyRoute[] = [
  route({
    method: 'POST',
    path: '/operator/second-factor-removals',
    summary: 'Remove the second factor of an organization’s last administrator, who lost it',
    tag: 'Operator',
    useCase: removeAdministratorsSecondFactor,
    body: Type.Object(
      {
        userPrincipalName: Text(320),
        checkedHow: Type.String({ minLength: 1, maxLength: 500, description: 'How the operator made sure who asks; recorded.' }),
        colleaguesCannot: Type.Optional(Type.Boolean({ description: 'Other administrators are there and cannot help either.' })),
      },
      strict,
    ),
    answer: HelpedAdministrator,
    status: 201,
    keyKeptForDays: 1,
    input: ({ body }) => body,
    present: ({ personId, displayName }) => ({ personId, displayName }),
  }),
]
