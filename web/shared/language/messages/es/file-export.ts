import type { Translated } from '../../translate.ts'
import type { fileExport as source } from '../en/file-export.ts'

export const fileExport: Translated<typeof source> = {
  running: 'Se está escribiendo el archivo',
  arrived: '{kilobytes, plural, =0 {Todavía no ha llegado nada} other {# kB hasta ahora}}',
  stay: 'Permanezca en esta página hasta que el archivo esté completo.',
  cancel: 'Cancelar',
  done: 'El archivo está completo',
  doneDetail: '{file} está en sus descargas.',
  cancelled: 'Cancelado',
  cancelledDetail: 'No se ha guardado ningún archivo.',
  brokenTitle: 'El archivo se ha interrumpido',
  broken: 'Terminó antes de estar completo, así que no se ha guardado nada. Inténtelo de nuevo; si ya no puede hacerlo, la respuesta dirá por qué.',
  again: 'Intentar de nuevo',
}
