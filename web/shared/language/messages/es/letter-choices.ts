import type { Translated } from '../../translate.ts'
import type { letterChoices as source } from '../en/letter-choices.ts'

export const letterChoices: Translated<typeof source> = {
  title: 'Mensajes a {address}',
  titleNone: 'Este vínculo no abre nada',
  textNone: 'Abra el vínculo tal como figura en el mensaje.',
  intro: 'Elija de quién quiere recibir mensajes en esta dirección. Nada cambia hasta que guarde.',
  choice: 'Qué mensajes',
  'choice.nobody': 'Seguir recibiendo mensajes',
  'choice.sender': 'No recibir más mensajes de {sender}',
  'choice.anybody': 'No recibir más mensajes de nadie de aquí',
  what: 'Se trata de invitaciones y confirmaciones a personas sin cuenta. Los mensajes sobre una cuenta propia no se ven afectados.',
  save: 'Guardar',
  saved: 'Su elección se ha guardado',
  theSender: 'este remitente',
}
