import type { ManifestLine } from './manifest-lines.ts'
import type { LocalName, Unknown } from './manifest.ts'

/** A line whose value is ours although the comparison of clouds has a dash for it (E.1). */
export const linesOfOurs = ['partnerContractName', 'partnerRelationshipsPageName', 'linkReusable', 'indirectResellersMayInvite', 'jointRequests'] as const
export type LineOfOurs = (typeof linesOfOurs)[number]

/** What sources say a cloud's partner programme has (E.1). Where a line names a capability, that one builds on it. */
export interface DocumentedFeatures {
  /** No source says, so the product chose: shown as "not documented; here: …". */
  readonly undocumented: readonly LineOfOurs[]
  readonly indirectModel: boolean | Unknown
  /** Several partners for one customer and service [S0.1, S2.4]. */
  readonly multiPartner: boolean | Unknown
  /** Where the customer's users and licenses are managed [S2.L4]. */
  readonly usersManagedIn: LocalName
  readonly partnerRolesEditable: 'yes' | 'notSupported' | 'twoSettings' | Unknown
  readonly referralsAndProfiles: boolean | Unknown
  readonly selfServePolicies: boolean | Unknown
  readonly trials: 'yes' | 'notForGovernmentOffers' | 'no' | Unknown
  readonly removalByApi: boolean | Unknown
  readonly auditByApi: boolean | Unknown
  readonly serviceRequestsByApi: boolean | Unknown
  /** Naming an indirect reseller as support contact of a subscription [S0.L2.7]. */
  readonly designatedSupportContact: boolean | Unknown
  /** The host on which the cloud's own programmes call; 'unknown' where no source says. */
  readonly apiHost: string
}

const feature = { shape: 'yesNo', mayBeUnknown: true, sources: ['E.1'] } as const
const unknown = { en: 'not documented', es: 'sin documentar' }
const yes = { en: 'yes', es: 'sí' }
const no = { en: 'no', es: 'no' }

export const featureLines: { readonly [Key in keyof DocumentedFeatures]: ManifestLine } = {
  undocumented: {
    shape: 'list',
    of: {
      partnerContractName: { en: 'contract of the partner', es: 'contrato del partner' },
      partnerRelationshipsPageName: { en: 'page where customers see their partners', es: 'página donde los clientes ven a sus partners' },
      linkReusable: { en: 'one link serves every customer', es: 'un mismo vínculo sirve para todos los clientes' },
      indirectResellersMayInvite: { en: 'indirect resellers may invite', es: 'los revendedores indirectos pueden invitar' },
      jointRequests: { en: 'one request for reseller and provider', es: 'una solicitud para revendedor y proveedor' },
    },
    title: { en: 'Not documented, decided here', es: 'Sin documentar, decidido aquí' },
    sources: ['E.1'],
  },
  indirectModel: { ...feature, title: { en: 'Indirect providers and resellers', es: 'Proveedores y revendedores indirectos' } },
  multiPartner: { ...feature, title: { en: 'Several partners for one customer', es: 'Varios partners para un mismo cliente' }, sources: ['E.1', 'S0.1', 'S2.4'] },
  usersManagedIn: { shape: 'name', title: { en: 'Where customer users are managed', es: 'Dónde se administran los usuarios del cliente' }, sources: ['E.1', 'S2.L4', 'S2.L4.4'] },
  partnerRolesEditable: {
    shape: 'choice',
    of: {
      yes,
      notSupported: { en: 'not supported by the cloud itself', es: 'no admitida por la propia nube' },
      twoSettings: { en: 'not supported by the cloud itself, which keeps two settings for each person', es: 'no admitida por la propia nube, que guarda dos ajustes por persona' },
      unknown,
    },
    title: { en: 'Editing roles of partner staff', es: 'Edición de los roles del personal del partner' },
    sources: ['E.1', 'C.3'],
  },
  referralsAndProfiles: { ...feature, title: { en: 'Referrals, business profile, partner finder', es: 'Referencias, perfil empresarial y buscador de partners' } },
  selfServePolicies: { ...feature, capability: 'account', title: { en: 'Self-serve policies by API', es: 'Directivas de autoservicio por API' } },
  trials: {
    shape: 'choice',
    of: { yes, notForGovernmentOffers: { en: 'not for government offers', es: 'no para ofertas gubernamentales' }, no, unknown },
    capability: 'account',
    title: { en: 'Trials', es: 'Versiones de prueba' },
    sources: ['E.1'],
  },
  removalByApi: { ...feature, capability: 'compatible API', title: { en: 'Removing a relationship by API', es: 'Quitar una relación por API' } },
  auditByApi: { ...feature, capability: 'compatible API', title: { en: 'Audit records by API', es: 'Registros de auditoría por API' } },
  serviceRequestsByApi: { ...feature, capability: 'compatible API', title: { en: 'Service requests by API', es: 'Solicitudes de servicio por API' } },
  designatedSupportContact: { ...feature, title: { en: 'Designated support contact for a subscription', es: 'Contacto de soporte técnico designado por suscripción' }, sources: ['S0.L2.7'] },
  apiHost: { shape: 'domain', mayBeUnknown: true, capability: 'compatible API', title: { en: 'Host of the cloud’s own API', es: 'Host de la API de la propia nube' }, sources: ['E.1'] },
}
