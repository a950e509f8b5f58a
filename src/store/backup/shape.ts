import type pg from 'pg'

/** A table of the product with the columns that are written; generated ones follow from them. */
export interface TableShape {
  readonly name: string
  readonly columns: readonly string[]
}

/** One migration that the data have seen. */
export interface AppliedStep {
  readonly version: number
  readonly name: string
  readonly sha256: string
}

/** Every table of the product but the list of migrations, which stands in the manifest; by name. */
export async function tableShapes(client: pg.Client): Promise<TableShape[]> {
  const { rows } = await client.query<TableShape>(
    `select c.relname as name, (
       select array_agg(a.attname::text order by a.attnum) from pg_attribute a
       where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
     from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'schema_migrations'
       and not exists (select from pg_depend d where d.objid = c.oid and d.classid = 'pg_class'::regclass and d.deptype = 'e')
     order by 1`,
  )
  return rows
}

/** Undefined where no Vinculo was here. */
export async function appliedSteps(client: pg.Client): Promise<AppliedStep[] | undefined> {
  const { rows } = await client.query<{ exists: boolean }>("select to_regclass('public.schema_migrations') is not null as exists")
  if (!rows[0]!.exists) return undefined
  return (await client.query<AppliedStep>('select version, name, sha256 from schema_migrations order by version')).rows
}
