import type { handOverReasons as source } from '../en/hand-over-reasons.ts'

/** Por qué un traspaso no es posible aquí y ahora. */
export const handOverReasons: Readonly<Record<keyof typeof source, string>> = {
  handOverFromSuspended: 'La cuenta del partner actual está suspendida o cerrada. El traspaso espera a que se restablezca.',
  handOverToSuspended: 'La cuenta del nuevo partner está suspendida o cerrada. No puede hacerse cargo de ningún cliente.',
  handOverSamePartner: 'Un cliente se traspasa a otro partner. Indique el dominio de ese partner, no el suyo.',
  handOverToCustomer: 'El cliente y el nuevo partner son la misma organización. Nadie es cliente de sí mismo.',
  handOverToUnsigned: 'El nuevo partner no ha firmado el contrato de partner. Puede hacerlo en Configuración, Información legal.',
  handOverToInDebt: 'La cuenta del nuevo partner tiene pagos pendientes. En esta nube no se hace cargo de ningún cliente hasta que los salde.',
  handOverToMayNotInvite: 'En esta nube los revendedores indirectos no establecen relaciones por su cuenta. Traspase el cliente al proveedor.',
  handOverOutsideMarket: 'El nuevo partner y el cliente están en regiones de mercado distintas. Elija un partner de la región del cliente.',
  handOverAskerLostRight: 'Quien habló en nombre de uno de los partners ya no puede hacerlo. Otra persona debe proponer el traspaso de nuevo.',
  handOverCustomerClosed: 'La organización del cliente está cerrada.',
  handOverNotRelated: 'El cliente indicado no es, o ya no es, cliente del partner actual.',
  handOverOpenAlready: 'Ya hay un traspaso de este cliente que espera respuesta. Retírelo antes.',
  handOverThingsOpen: 'El cliente todavía tiene suscripciones, reservas o compras con el partner actual. Antes hay que trasladarlas o cancelarlas.',
  handOverWrongRole: 'Solo responde un administrador global del cliente. Haga llegar esta página a uno de ellos.',
  handOverAgreementMissing: 'Su organización no ha aceptado por sí misma el contrato de cliente. Acéptelo en Contratos y vuelva a esta página.',
  notADirectCustomer: 'Solo se puede extender a un proveedor un cliente al que se atiende directamente.',
  extensionOnePartnerOnly: 'En esta nube un cliente trata con un único partner, así que la relación no se puede extender.',
  extensionOutsideMarket: 'El proveedor y el cliente están en regiones de mercado distintas. Elija un proveedor de la región del cliente.',
  extensionPaired: 'El cliente es revendedor indirecto de este proveedor y no puede ser además su cliente.',
  extensionHasCustomer: 'El proveedor ya es partner de este cliente.',
  extensionNoPartnership: 'El proveedor debe tener una asociación con su empresa.',
  extensionNoProvider: 'Su empresa no tiene aún ninguna asociación con un proveedor indirecto. El proveedor la solicita con un vínculo.',
}
