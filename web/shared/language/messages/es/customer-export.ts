import type { Translated } from '../../translate.ts'
import type { customerExport as source } from '../en/customer-export.ts'

export const customerExport: Translated<typeof source> = {
  export: 'Exportar',
  shown: 'Lo que se muestra ahora',
  shownHint: 'Con la búsqueda, los filtros y el orden actuales',
  all: 'Todos los clientes',
  allHint: 'La lista completa, por nombre',
  running: 'Exportando clientes',
  rows: '{count, plural, =0 {Ningún cliente todavía} one {Un cliente hasta ahora} other {# clientes hasta ahora}}',
  stay: 'Permanezca en esta página hasta que el archivo esté completo.',
  cancel: 'Cancelar la exportación',
  done: '{count, plural, =0 {El archivo no contiene ningún cliente} one {Se ha exportado un cliente} other {Se han exportado # clientes}}',
  doneDetail: 'El archivo {file} está en sus descargas.',
  cancelled: 'Exportación cancelada',
  cancelledDetail: 'No se ha guardado ningún archivo.',
  brokenTitle: 'La exportación se ha interrumpido',
  broken: '{count, plural, =0 {Terminó antes de que llegara el primer cliente} one {Terminó después de un cliente} other {Terminó después de # clientes}}, así que no se ha guardado ningún archivo. Vuelva a exportar; si ya no puede hacerlo, la respuesta dirá por qué.',
  again: 'Exportar de nuevo',
  file: 'clientes',
  blockedRole: 'Solo pueden exportar clientes los administradores globales, los agentes de administración y los agentes de ventas.',
  blockedSuspended: 'La cuenta de partner está suspendida. La lista se puede consultar, pero no exportar.',
}
