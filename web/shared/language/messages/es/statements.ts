import type { Translated } from '../../translate.ts'
import type { statements as source } from '../en/statements.ts'

/** Lo que se cobró a un partner por un cliente, mes a mes. */
export const statements: Translated<typeof source> = {
  title: 'Extractos',
  intro: 'Lo que se cobró y se devolvió por este cliente, un extracto por mes. Los meses van del primer al último día, en UTC.',
  month: 'Mes',
  lines: 'Líneas',
  amount: 'Importe',
  open: 'sin cerrar',
  none: 'Aún no hay extractos',
  noneText: 'El primer ciclo se cobra cuando se aprovisiona una suscripción. Desde entonces hay un extracto cada mes.',
  of: 'Extracto de {month}',
  openNote: 'Este mes no está cerrado: aún puede haber más líneas.',
  charged: 'Cobrado',
  credited: 'Devuelto',
  total: 'Total',
  facts: 'Resumen',
  period: 'Periodo (UTC)',
  until: 'del {from} al {until}',
  lineTitle: 'Líneas',
  date: 'Fecha (UTC)',
  what: 'Concepto',
  offer: 'Oferta',
  reseller: 'Revendedor: {name}',
  noLines: 'Este mes no se cobró nada',
  csv: 'Descargar en CSV',
  pdf: 'Descargar en PDF',
  file: 'extracto-{month}',
  'blocked.role': 'Los extractos los leen los administradores globales, los administradores de facturación y los agentes de administración.',
}
