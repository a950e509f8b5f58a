import type { Translated } from '../../translate.ts'
import type { letters as source } from '../en/letters.ts'

export const letters: Translated<typeof source> = {
  title: 'Plantillas de correo',
  intro: 'Todos los correos que escribe Vinculo, con datos inventados. Desde aquí no se envía nada.',
  language: 'Idioma',
  subject: 'Asunto',
  secret: 'Donde el destinatario encuentra un vínculo o un código, aquí hay puntos.',
}
