import { actor, byPerson, holder, impersonal, secret, type TableData } from './table-data.ts'

/** Who has which license, and the reports of work on many users at once. */
export const licenseTables: Readonly<Record<string, TableData>> = {
  user_licenses: {
    personal: [
      holder('person_id'),
      actor('assigned_by'),
      { columns: ['product_id', 'sku_id', 'disabled_plans', 'assigned_at', 'freed_at'], subject: 'member', purpose: 'which services they may use', retention: 'account', onErasure: 'gone' },
    ],
    plain: ['tenant_id', 'cloud'],
    traces: [byPerson('person_id', 'product_id', 'sku_id', 'disabled_plans', 'assigned_at', 'freed_at'), byPerson('assigned_by', 'product_id', 'sku_id', 'assigned_at')],
  },
  license_pools: impersonal('tenant_id', 'product_id', 'sku_id', 'assigned'),
  people_jobs: {
    personal: [actor('created_by', 'acting_id')],
    plain: ['tenant_id', 'id', 'kind', 'partner_id', 'status', 'wishes', 'row_count', 'checked_count', 'done_count', 'unchanged_count', 'refused_count', 'pause_reason', 'created_at', 'ended_at', 'version'],
    traces: [byPerson('created_by', 'id', 'kind', 'created_at'), byPerson('acting_id', 'id', 'kind', 'created_at')],
  },
  people_job_rows: {
    personal: [
      { columns: ['person_id'], subject: 'member', purpose: 'whose row it is', retention: 'report', onErasure: 'nameless' },
      { columns: ['stated'], subject: 'member', purpose: 'to show why somebody of a file was not created', retention: 'report', onErasure: 'gone' },
    ],
    plain: ['tenant_id', 'job_id', 'line', 'state', 'reason_code', 'reason_sku'],
    traces: [byPerson('person_id', 'job_id', 'line', 'stated', 'state', 'reason_code')],
  },
  issued_passwords: {
    personal: [holder('person_id'), secret('to hand the temporary password on, once', 'report', 'sealed'), { columns: ['expires_at'], subject: 'member', purpose: 'to hand the temporary password on, once', retention: 'report', onErasure: 'gone' }],
    plain: ['tenant_id', 'job_id'],
    traces: [byPerson('person_id', 'expires_at')],
  },
}
