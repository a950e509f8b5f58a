import type { Translated } from '../../translate.ts'
import type { audit as source } from '../en/audit.ts'

export const audit: Translated<typeof source> = {
  title: 'Auditoría',
  intro: 'Todo lo ocurrido en esta instalación: quién, qué, para quién y con qué resultado. Queda registrado que usted lo consulta, y lo lee la organización consultada.',
  outcome: 'Resultado',
  'outcome.done': 'Hecho',
  'outcome.refused': 'Rechazado',
  organizations: 'Organizaciones',
  none: 'Ninguna',
  onlyOrganization: 'Solo {name}',
  onlyPerson: 'Solo esta persona',
  exportCsv: 'Exportar como CSV',
  exportJson: 'Exportar como JSON',
  file: 'auditoria',
  empty: 'No consta nada',
  emptyText: 'Elija otro período o menos filtros.',
  organization: 'Organización',
  person: 'Persona',
  traceId: 'Id. de seguimiento',
  resource: 'Objeto',
  export: 'Exportar',
}
