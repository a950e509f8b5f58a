import type { Translated } from '../../translate.ts'
import type { mailChange as source } from '../en/mail-change.ts'

export const mailChange: Translated<typeof source> = {
  title: 'Correo',
  change: 'Cambiar la dirección',
  newMail: 'Dirección de correo nueva',
  text: 'Enviaremos un vínculo a la dirección nueva. Contará cuando la confirme desde allí; hasta entonces todo llega a la actual, a la que también se avisa.',
  textNoMail: 'De esta instalación no sale correo, así que la dirección no se puede confirmar. Queda guardada en el acto.',
  submit: 'Enviar el vínculo',
  asked: 'El vínculo va de camino a la dirección nueva',
  confirmed: 'Confirmada',
  notConfirmed: 'Sin confirmar: no se le envían avisos',
  waiting: 'Hay una dirección nueva pendiente de confirmar',
  waitingText: 'El vínculo se envió a {mail} y sirve hasta el {at}.',
  cancel: 'Conservar la dirección actual',
  cancelled: 'La dirección se queda como estaba',
  confirmTitle: 'Confirme la dirección de correo',
  confirmText: 'El correo de la cuenta {userPrincipalName} llegará a {mail}.',
  confirm: 'Confirmar',
  doneTitle: 'La dirección de correo está confirmada',
  doneText: 'Desde ahora el correo de la cuenta llega a {mail}.',
  toProfile: 'Ir al perfil',
}
