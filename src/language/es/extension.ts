import type { ExtensionText } from '../en/extension.ts'

/** Qué cambia al extender la relación con un cliente a un proveedor (D.2). */
export const extension: Readonly<Record<ExtensionText, string>> = {
  theProvider: 'el proveedor',
  partnerKeeps: '{customer} sigue en su lista de clientes, y sus privilegios de administración no cambian.',
  partnerReseller: 'Su empresa trata con el cliente también como revendedor indirecto: {provider} puede tramitar pedidos y facturar, y la respalda.',
  partnerAttestation: 'Lo que declaró sobre el contrato de cliente no vale para {provider}, que da fe de nuevo. Lo que el cliente aceptó por sí mismo se mantiene.',
  partnerEnds: 'Cada partner termina por separado su relación con el cliente. Quitar la asociación no termina ninguna de las dos.',
  providerOrders: '{customer} entra en la lista de clientes del proveedor, que desde entonces puede tramitar pedidos para este cliente.',
  providerNoPrivileges: '{provider} no obtiene privilegios de administración.',
  providerBilling: '{provider} recibe una copia de los datos de facturación que su empresa guarda del cliente.',
  providerBehind: 'Ante el cliente, del soporte responde su empresa; {provider} la respalda.',
  customerTold: 'Se avisa por correo a los administradores globales de {customer}.',
  customerSees: '{provider} aparece entre los partners de {customer}, como proveedor indirecto.',
  customerNoPrivileges: 'Nadie obtiene más derechos en la organización de {customer}.',
  customerAgreement: 'El contrato de cliente que la organización aceptó por sí misma sigue en vigor, también con el proveedor.',
  statement: 'Mi empresa ha informado al cliente de que el proveedor pasa a ser también su partner y recibe una copia de sus datos de facturación, y el cliente lo consiente en virtud de su contrato con nosotros.',
}
