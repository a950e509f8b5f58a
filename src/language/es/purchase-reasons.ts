/** Por qué un cliente no puede comprar algo por su cuenta (domain/own-purchases). */
export const purchaseReasons = {
  purchasePermissionExists: 'El cliente ya puede comprar este tipo por su cuenta. Cambie los límites del permiso que existe.',
  purchaseResellerMayNot: 'Un revendedor indirecto no vende por sí mismo, así que no puede permitir compras a su cargo. El proveedor indirecto del cliente puede activarlo.',
  purchaseLimitUnreadable: 'Escriba un importe mayor que cero, con los decimales de su moneda como máximo y sin separador de miles.',
  purchaseLimitsCrossed: 'El límite por compra supera el límite mensual. Baje el primero o suba el segundo.',
  purchaseLimitWithoutCurrency: 'En esta nube no se conoce la moneda del país del cliente, así que no se pueden limitar importes. Exija en su lugar que usted apruebe cada compra.',
  purchaseNotPermitted: 'Su partner ya no lo permite. Pídaselo a su partner.',
  purchaseNoRelationship: 'La relación con este partner terminó y, con ella, el permiso para comprar a su cargo.',
  purchaseSellerBarred: 'Su partner no puede vender nada en este momento. Pregúntele cuándo podrá de nuevo.',
  purchaseNeedsPlan: 'No hay ningún plan de uso activo que este partner haya vendido al cliente. Las reservas y los planes de ahorro se aplican a lo que se usa con un plan así: el partner tiene que pedirlo antes.',
  purchaseNeedsUsage: 'No hay nada aprovisionado en el plan de uso de este partner. El partner tiene que crear antes una suscripción de uso activa, en Servicios de uso.',
  purchaseNeedsOwner: 'Ninguna persona del cliente es propietaria de una suscripción de uso de este partner. El administrador global del cliente nombra a un propietario en Servicios de uso.',
  purchaseKindNotPermitted: 'Su partner solo permite compras de otro tipo.',
  purchaseOtherCurrency: 'El precio está en una moneda distinta de la de los límites de su partner. Pídale que los fije de nuevo.',
  purchaseAboveLimit: 'En todo su plazo, la compra cuesta más de lo que su partner permite por compra. Elija una cantidad o un plazo menor, o consulte a su partner.',
  purchaseAboveMonth: 'Con esta compra superaría lo que su partner permite al mes. Elija una cantidad menor, espere al mes siguiente o consulte a su partner.',
  purchasePriceMoved: 'El precio ya no es el que el cliente vio al pedirlo. Rechace la compra por ese motivo; el cliente puede pedirla de nuevo.',
} as const
