import type { Translated } from '../../translate.ts'
import type { partnerLink as source } from '../en/partner-link.ts'

export const partnerLink: Translated<typeof source> = {
  title: 'Vínculo de partner',
  intro: 'Su propio vínculo para invitar a cualquier número de clientes.',
  yours: 'Su vínculo',
  reusable: 'Es específico de su cuenta, y el mismo vínculo sirve para todos los clientes.',
  holdsNothing: 'No contiene información de ningún cliente.',
  grantsNothing: 'Por sí solo no concede nada: un administrador del cliente acepta o rechaza en «{portal}».',
  asksAsUsual: 'Solicita privilegios de administración delegados igual que la casilla de una solicitud nueva si no se toca.',
  alwaysAsks: 'En esta nube solicita siempre, además, privilegios de administración delegados.',
  since: 'En uso desde el {at}.',
  rotate: 'Sustituir el vínculo',
  rotateTitle: '¿Sustituir el vínculo de partner?',
  rotateText:
    'El vínculo actual deja de funcionar de inmediato en todos los mensajes en que lo haya enviado; a quien lo abra se le indicará que le pida otro. Las relaciones ya aceptadas se mantienen.',
  rotated: 'Se ha sustituido el vínculo',
  rotateBlocked: 'Solo pueden sustituir el vínculo los administradores globales y los agentes de administración.',
  letter: 'Cambie lo que quiera alrededor del vínculo y envíe el mensaje usted. Aquí no se guarda nada de él.',
  letterFirstTwo: 'En esta nube se pueden cambiar o eliminar los dos primeros párrafos. Después envíe el mensaje usted; aquí no se guarda nada de él.',
  doneTitle: 'El mensaje está listo',
  doneText: 'No olvide enviarlo. Los clientes que acepten aparecerán en esta lista.',
}
