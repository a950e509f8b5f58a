import type { StatedUser } from '../../domain/people-jobs/people-job.ts'
import type { PersonWish } from '../people/person-wish.ts'

/** A row of a file in the words in which one user is created; an empty cell says nothing. */
export function statedWish({ userPrincipalName, displayName, firstName, lastName, usageLocation, mail }: StatedUser): PersonWish & { readonly displayName: string; readonly userPrincipalName: string; readonly roles: readonly string[] } {
  const said = (text: string) => (text === '' ? undefined : text)
  return {
    userPrincipalName,
    displayName: displayName || `${firstName} ${lastName}`.trim(),
    firstName: said(firstName),
    lastName: said(lastName),
    usageLocation: said(usageLocation.toUpperCase()),
    mail: said(mail),
    roles: [],
  }
}
