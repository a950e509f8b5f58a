import type { CustomerLanguage } from '../countries.ts'
import { featureLines } from './documented-features.ts'
import type { CapabilityManifest } from './manifest.ts'

/** A text in both languages of the portals. */
export interface Bilingual {
  readonly en: string
  readonly es: string
}

type Choices = Readonly<Record<string, Bilingual>>

/** What may stand in a line; check-line.ts holds an operator's value against it, describe.ts puts it in words. */
export type LineShape =
  | { readonly shape: 'domain'; readonly mayBeUnknown?: true }
  | { readonly shape: 'id' | 'name' | 'markets' | 'marketExceptions' | 'services' | 'roleDenials' | 'validity' | 'retention' }
  | { readonly shape: 'yesNo'; readonly mayBeUnknown?: true }
  | { readonly shape: 'choice'; readonly of: Choices }
  | { readonly shape: 'list'; readonly of: Choices; readonly atLeast?: string }
  | { readonly shape: 'days'; readonly min: number; readonly max: number }

export type ManifestLine = LineShape & {
  readonly title: Bilingual
  /** Rows of docs/seed-rows.tsv and sections of our domain notes. */
  readonly sources: readonly string[]
  /** the capability that builds on the line, where none does yet */
  readonly capability?: string
}

const languageNames: Choices = {
  en: { en: 'English', es: 'inglés' },
  es: { en: 'Spanish', es: 'español' },
  de: { en: 'German', es: 'alemán' },
  'zh-Hans': { en: 'Chinese (simplified)', es: 'chino (simplificado)' },
} satisfies Record<CustomerLanguage, Bilingual>

const yesNo = { shape: 'yesNo' } as const
const yesNoUnknown = { shape: 'yesNo', mayBeUnknown: true } as const
const name = { shape: 'name' } as const

/** Every line of the manifest, in the order in which pages show them. A line missing here does not compile. */
export const manifestLines: { readonly [Key in keyof CapabilityManifest]: ManifestLine } = {
  id: { shape: 'id', title: { en: 'Code', es: 'Código' }, sources: ['E.1'] },
  name: { ...name, title: { en: 'Cloud', es: 'Nube' }, sources: ['E.1'] },
  operatorName: { ...name, title: { en: 'Run by', es: 'Operada por' }, sources: ['E.1'] },
  supportName: { ...name, title: { en: 'Support to call', es: 'Soporte técnico al que llamar' }, sources: ['S0.27'] },
  partnerPortalName: { ...name, title: { en: 'Partner portal', es: 'Portal para partners' }, sources: ['E.1'] },
  customerPortalName: {
    ...name,
    title: { en: 'Portal where customers accept', es: 'Portal donde aceptan los clientes' },
    sources: ['S0.28', 'S0.29', 'S0.30', 'S0.31', 'S2.20', 'S3.21', 'S3.22', 'S3.23'],
  },
  partnerRelationshipsPageName: {
    ...name,
    title: { en: 'Page where customers see their partners', es: 'Página donde los clientes ven a sus partners' },
    sources: ['S0.L1.4', 'S2.21', 'S2.22'],
  },
  partnerContractName: { ...name, title: { en: 'Contract of the partner', es: 'Contrato del partner' }, sources: ['E.1', 'S2.29'] },
  supportDuty: {
    shape: 'choice',
    of: {
      aroundTheClock: { en: '24 hours a day, 365 days a year, for everything resold', es: 'las 24 horas, los 365 días del año, de todo lo que se revende' },
      unknown: { en: 'not documented', es: 'sin documentar' },
    },
    title: { en: 'Support that the contract asks of the partner', es: 'Soporte que el contrato exige al partner' },
    sources: ['S2.L5.1'],
  },
  requestKinds: {
    shape: 'list',
    of: {
      trackedRequest: { en: 'a tracked request with its own link', es: 'una solicitud con seguimiento y vínculo propio' },
      partnerLink: { en: 'the partner’s link', es: 'el vínculo del partner' },
    },
    title: { en: 'What a new relationship starts with', es: 'Con qué empieza una nueva relación' },
    sources: ['S2.16', 'S2.17', 'S2.18', 'S3.15'],
  },
  linkReusable: {
    ...yesNo,
    title: { en: 'One link serves every customer', es: 'Un mismo vínculo sirve para todos los clientes' },
    sources: ['S2.17', 'S2.18'],
  },
  requestValidityDays: {
    shape: 'validity',
    title: { en: 'How long a request can be accepted', es: 'Cuánto tiempo puede aceptarse una solicitud' },
    sources: ['D.1', 'R1'],
  },
  privileges: {
    shape: 'choice',
    of: {
      optionalOn: { en: 'asked unless the partner unticks them', es: 'se solicitan salvo que el partner desmarque la casilla' },
      forced: { en: 'always asked, cannot be left out', es: 'se solicitan siempre, no se pueden omitir' },
      alwaysAdded: { en: 'always added by the process', es: 'el proceso los agrega siempre' },
    },
    title: { en: 'Delegated admin privileges', es: 'Privilegios de administración delegados' },
    sources: ['S0.7', 'S0.8', 'S0.12', 'S0.13', 'S2.6', 'S3.8'],
  },
  indirectResellerAsksPrivileges: {
    ...yesNo,
    title: { en: 'Box ticked for an indirect reseller that asks alone', es: 'Casilla marcada para un revendedor indirecto que solicita por su cuenta' },
    sources: ['S1.24'],
  },
  draftEditing: {
    shape: 'choice',
    of: {
      allButLink: { en: 'everything but the link', es: 'todo excepto el vínculo' },
      firstTwoParagraphs: { en: 'the first two paragraphs, to edit or delete', es: 'los dos primeros párrafos, para editarlos o eliminarlos' },
    },
    title: { en: 'What may be edited in the draft mail', es: 'Qué se puede editar en el borrador del correo' },
    sources: ['S0.17', 'S2.14', 'S2.15'],
  },
  draftLanguages: {
    shape: 'list',
    of: languageNames,
    atLeast: 'en',
    title: { en: 'Languages of the draft mail', es: 'Idiomas del borrador del correo' },
    sources: ['E.4'],
  },
  indirectResellersMayInvite: {
    ...yesNo,
    title: { en: 'Indirect resellers may invite', es: 'Los revendedores indirectos pueden invitar' },
    sources: ['S2.L2.3', 'E.1'],
  },
  jointRequests: {
    ...yesNo,
    title: { en: 'One request for reseller and provider', es: 'Una solicitud para revendedor y proveedor' },
    sources: ['S1.31', 'S2.L2.3'],
  },
  debtBlocksRequests: {
    ...yesNo,
    title: { en: 'A partner in debt cannot ask for relationships', es: 'Un partner con deudas no puede solicitar relaciones' },
    sources: ['S2.L5.2'],
  },
  customerAgreement: {
    shape: 'choice',
    of: {
      required: { en: 'required before accepting', es: 'obligatorio antes de aceptar' },
      none: { en: 'none', es: 'ninguno' },
    },
    title: { en: 'Customer agreement', es: 'Contrato de cliente' },
    sources: ['S0.5', 'S0.23', 'S3.3', 'D.6'],
  },
  agreementLanguages: {
    shape: 'list',
    of: languageNames,
    title: { en: 'Languages of the customer agreement', es: 'Idiomas del contrato de cliente' },
    sources: ['D.6'],
  },
  attestedBy: {
    shape: 'list',
    of: {
      directBill: { en: 'direct-bill partners', es: 'partners de facturación directa' },
      indirectProvider: { en: 'indirect providers', es: 'proveedores indirectos' },
    },
    title: { en: 'Who may attest the agreement', es: 'Quién puede dar fe del contrato' },
    sources: ['D.6', 'E.1'],
  },
  billingAdministratorMayAccept: {
    ...yesNo,
    title: { en: 'Billing administrators may accept', es: 'Los administradores de facturación pueden aceptar' },
    sources: ['C.4', 'I.7'],
  },
  services: {
    shape: 'services',
    title: { en: 'Services on which privileges are given', es: 'Servicios en los que se conceden privilegios' },
    sources: ['S0.12', 'S2.22'],
  },
  oneDapPartnerPerService: {
    ...yesNoUnknown,
    title: { en: 'One partner with privileges per service', es: 'Un solo partner con privilegios por servicio' },
    sources: ['S2.23'],
  },
  onePartnerPerCustomer: {
    ...yesNoUnknown,
    title: { en: 'A customer transacts with one partner', es: 'El cliente compra a un solo partner' },
    sources: ['E.1'],
  },
  removalEndsPrivileges: {
    shape: 'choice',
    of: {
      ask: { en: 'stay, unless the partner ends them in the same step', es: 'se mantienen, salvo que el partner los quite en el mismo paso' },
      always: { en: 'end', es: 'terminan' },
    },
    title: { en: 'Privileges when the relationship is removed', es: 'Privilegios al quitar la relación' },
    sources: ['S1.48', 'S0.L3.1'],
  },
  indirectResellerMayRemove: {
    ...yesNo,
    title: { en: 'Indirect resellers may remove a relationship', es: 'Los revendedores indirectos pueden quitar una relación' },
    sources: ['S1.44', 'S1.46', 'S0.L3.7'],
  },
  endNoticeDays: {
    shape: 'days',
    min: 0,
    max: 365,
    title: { en: 'Days to answer a customer that asks for the end', es: 'Días para responder a un cliente que solicita el fin de la relación' },
    sources: ['D.2'],
  },
  markets: { shape: 'markets', title: { en: 'Markets', es: 'Mercados' }, sources: ['E.3', 'S0.10', 'S3.12'] },
  marketExceptions: { shape: 'marketExceptions', title: { en: 'Market exceptions', es: 'Excepciones de mercado' }, sources: ['S3.12'] },
  closedToCreatingTenants: { ...yesNo, title: { en: 'Closed to new tenants', es: 'Cerrada a nuevos inquilinos' }, sources: ['E.1'] },
  customerDomain: {
    shape: 'domain',
    title: { en: 'Domain of customers that a partner creates', es: 'Dominio de los clientes que crea un partner' },
    sources: ['S1.L1.7'],
  },
  eligibleCustomers: {
    shape: 'choice',
    of: {
      marketCustomers: { en: 'customers of the market', es: 'clientes del mercado' },
      governmentAndRegulated: {
        en: 'government bodies, and firms with regulated government data',
        es: 'administraciones públicas y empresas con datos públicos regulados',
      },
      commercialCustomers: { en: 'commercial customers of the market', es: 'clientes comerciales del mercado' },
    },
    title: { en: 'Who may buy', es: 'Quién puede comprar' },
    sources: ['E.1'],
  },
  partnerMfa: {
    shape: 'choice',
    of: {
      mandatory: { en: 'mandatory', es: 'obligatoria' },
      recommended: { en: 'recommended', es: 'recomendada' },
      unknown: { en: 'not documented; mandatory here', es: 'sin documentar; aquí, obligatoria' },
    },
    title: { en: 'Multifactor sign-in of partner staff', es: 'Autenticación multifactor del personal del partner' },
    sources: ['E.1'],
  },
  roleDenials: { shape: 'roleDenials', title: { en: 'What roles cannot do here', es: 'Qué no pueden hacer aquí los roles' }, sources: ['C.3'] },
  retentionDays: {
    shape: 'retention',
    title: { en: 'Days from suspension to deletion of data', es: 'Días desde la suspensión hasta la eliminación de los datos' },
    sources: ['S2.L4.2', 'D.7', 'K'],
  },
  customerUsersInPartnerPortal: {
    ...yesNo,
    title: { en: 'Customer users in the partner portal', es: 'Usuarios del cliente en el portal para partners' },
    sources: ['E.1', 'S2.L4'],
  },
  partnerMayResetPasswords: {
    ...yesNo,
    title: { en: 'The partner may reset customer passwords', es: 'El partner puede restablecer contraseñas del cliente' },
    sources: ['E.1'],
  },
  adminRelationships: { ...yesNoUnknown, title: { en: 'Admin relationships', es: 'Relaciones de administrador' }, sources: ['D.4', 'S3.20'] },
  ...featureLines,
}
