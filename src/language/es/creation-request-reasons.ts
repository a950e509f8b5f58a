import type { creationRequestReasons as source } from '../en/creation-request-reasons.ts'

/** Por qué un revendedor no puede pedir que se cree un cliente (decisión 17). */
export const creationRequestReasons: Readonly<Record<keyof typeof source, string>> = {
  onlyResellersAskProviders: 'Solo un revendedor indirecto pide a un proveedor que cree clientes. Agregue usted el cliente.',
  providerNotInPartnership: 'Su organización no tiene una asociación con este proveedor. Elija uno de sus proveedores indirectos.',
  declineReasonMissing: 'Explique el motivo al revendedor en pocas palabras.',
  requestOfAnotherReseller: 'Esta petición es de otro revendedor. El cliente se crea para quien lo pidió.',
}
