import type { Translated } from '../../translate.ts'
import type { supportContact as source } from '../en/support-contact.ts'

export const supportContact: Translated<typeof source> = {
  title: 'Contacto de soporte técnico designado',
  intro: 'A quién llama el cliente por esta suscripción. Lo ve entre sus solicitudes de servicio y a él se las presenta.',
  now: 'Contacto actual',
  review: 'Revisión: vale desde ahora',
  contact: 'Contacto',
  mpnId: 'Id. de programa',
  how: 'Motivo',
  byDefault: 'Vendió la suscripción; es el predeterminado',
  designated: 'Designado por el vendedor',
  notShown: 'Esta suscripción la vendió otro partner, que es quien designa su contacto de soporte técnico.',
  choose: 'Elegir el contacto',
  sellerWhy: 'Su empresa vendió la suscripción',
  candidateWhy: 'Revendedor indirecto, id. de programa {id}',
  noPrivileges: 'No tiene privilegios de administración en este cliente; puede pedirlos con una solicitud de relación',
  missing: 'Si falta un revendedor, primero hay que relacionarlo con el cliente mediante una solicitud de relación; después aparecerá.',
  submit: 'Enviar',
  close: 'Cerrar',
  change: 'Elegir otro',
  open: 'Contacto de soporte técnico designado',
}
