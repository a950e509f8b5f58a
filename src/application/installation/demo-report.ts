/** What `vinculo demo --json` prints: all that a script or a newcomer needs to go through every story. */
export interface DemoReport {
  readonly urls: {
    readonly partner: string
    readonly customer: string
    readonly operator: string
    readonly mailbox: string
    readonly api: string
    readonly openapi: string
  }
  readonly tenants: readonly DemoTenant[]
  readonly people: readonly DemoPerson[]
}

export interface DemoTenant {
  readonly id: string
  /** a stable name for scripts: `public-direct-bill` */
  readonly key: string
  readonly name: string
  readonly cloud: string
  readonly country: string
  readonly primaryDomain: string
  /** `customer`, `operator` and kinds of partner */
  readonly kinds: readonly string[]
  /** the key of the partner that a customer is related with; null where there is none */
  readonly relatedWith: string | null
}

export interface DemoPerson {
  readonly id: string
  readonly tenantId: string
  readonly tenantKey: string
  readonly displayName: string
  readonly userPrincipalName: string
  /** the first of the roles; `user` where there is none */
  readonly role: string
  readonly roles: readonly string[]
  readonly portal: 'partner' | 'customer' | 'operator'
  readonly password: string
  /** base 32, for any authenticator */
  readonly totpSecret: string
  readonly totpUri: string
}
