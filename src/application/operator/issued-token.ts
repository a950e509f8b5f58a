/** A bearer token for one person, for scripts and tests. */
export interface IssuedToken {
  readonly accessToken: string
  readonly tokenType: 'Bearer'
  readonly expiresAt: string
  readonly userPrincipalName: string
  readonly personId: string
  readonly tenantId: string
  /** where it is accepted */
  readonly apiUrl: string
}
