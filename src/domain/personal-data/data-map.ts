import { agreementTables } from './agreement-tables.ts'
import { catalogueTables } from './catalogue-tables.ts'
import { installationTables } from './installation-tables.ts'
import { letterTables } from './letter-tables.ts'
import { licenseTables } from './license-tables.ts'
import { organizationTables } from './organization-tables.ts'
import { peopleTables } from './people-tables.ts'
import { referralTables } from './referral-tables.ts'
import { relationshipTables } from './relationship-tables.ts'
import { supportTables } from './support-tables.ts'
import type { TableData } from './table-data.ts'

/**
 * Every column of every table: whether it says something about a person, about whom, what for and for how long (rule R34).
 * What one exports about a person and what erasing reaches follow from this table; a column that stands in the schema and
 * not here fails a test. docs/personal-data.md is printed from it.
 */
export const dataMap: Readonly<Record<string, TableData>> = {
  ...peopleTables,
  ...agreementTables,
  ...relationshipTables,
  ...referralTables,
  ...supportTables,
  ...organizationTables,
  ...letterTables,
  ...catalogueTables,
  ...licenseTables,
  ...installationTables,
}
