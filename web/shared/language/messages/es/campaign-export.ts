import type { Translated } from '../../translate.ts'
import type { campaignExport as source } from '../en/campaign-export.ts'

export const campaignExport: Translated<typeof source> = {
  export: 'Exportar',
  shown: 'Lo que se muestra ahora',
  shownHint: 'Solo las filas en la situación elegida',
  all: 'Todas las filas',
  allHint: 'En el orden de la lista',
  running: 'Exportando filas',
  rows: '{count, plural, =0 {Ninguna fila todavía} one {Una fila hasta ahora} other {# filas hasta ahora}}',
  stay: 'Permanezca en esta página hasta que el archivo esté completo.',
  cancel: 'Cancelar la exportación',
  done: '{count, plural, =0 {El archivo no contiene ninguna fila} one {Se ha exportado una fila} other {Se han exportado # filas}}',
  doneDetail: 'El archivo {file} está en sus descargas.',
  cancelled: 'Exportación cancelada',
  cancelledDetail: 'No se ha guardado ningún archivo.',
  brokenTitle: 'La exportación se ha interrumpido',
  broken: '{count, plural, =0 {Terminó antes de que llegara la primera fila} one {Terminó después de una fila} other {Terminó después de # filas}}, así que no se ha guardado ningún archivo. Vuelva a exportar; si ya no puede hacerlo, la respuesta dirá por qué.',
  again: 'Exportar de nuevo',
  file: 'campaña',
  blockedRole: 'Solo pueden exportar campañas los administradores globales, los agentes de administración y los agentes de ventas.',
  blockedSuspended: 'La cuenta de partner está suspendida. Las filas se pueden consultar, pero no exportar.',
}
