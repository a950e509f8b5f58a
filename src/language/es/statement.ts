import type { StatementText } from '../en/statement.ts'

/** El extracto de un mes como archivo PDF. */
export const statement: Readonly<Record<StatementText, string>> = {
  title: 'Extracto de {month}',
  partner: 'Se cobra a',
  customer: 'Por el cliente',
  period: 'Periodo',
  periodValue: 'del {from} al {until}, UTC',
  open: 'Este mes no está cerrado: aún puede haber más líneas.',
  lines: 'Líneas',
  date: 'Fecha',
  what: 'Concepto',
  amount: 'Importe',
  total: 'Total {currency}',
  charged: 'Cobrado {currency}',
  credited: 'Devuelto {currency}',
  none: 'Este mes no se cobró nada.',
  reseller: 'Revendedor: {name}',
  'kind.purchase': 'Primer ciclo de facturación, licencias: {after}',
  'kind.cycle': 'Ciclo de facturación, licencias: {after}',
  'kind.quantityChange': 'Licencias de {before} a {after}, por el resto del ciclo',
  'kind.cancellation': 'Cancelada; se devuelve el resto del ciclo',
  'kind.conversion': 'Cambiada por otra oferta; se devuelve el resto del ciclo',
  'kind.reactivation': 'Reactivada, por el resto del ciclo',
  'kind.transferOut': 'Transferida a otro partner; se devuelve el resto del ciclo',
  'kind.transferIn': 'Recibida de otro partner, por el resto del ciclo',
}
