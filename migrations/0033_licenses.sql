-- Licenses: which user has which SKU, with its service plans. Whoever sold the seats, the customer owns them: what is left of a
-- SKU is the seats of every active subscription to it less what is assigned. And work on many users at once, row by row.
create table user_licenses (
  tenant_id uuid not null,
  person_id uuid not null,
  cloud text not null,
  product_id text collate "C" not null,
  sku_id text collate "C" not null,
  -- of the plans of the SKU those that are switched off
  disabled_plans text[] not null default '{}',
  assigned_at timestamptz not null,
  assigned_by uuid not null,
  -- since when the person is deleted: it takes no seat, and is given back with the person as far as there is one
  freed_at timestamptz,
  primary key (tenant_id, person_id, product_id, sku_id),
  foreign key (tenant_id, person_id) references people,
  foreign key (cloud, product_id, sku_id) references catalogue_skus
);
create index licenses_of_sku on user_licenses (tenant_id, product_id, sku_id, person_id) where freed_at is null;
call protect('user_licenses', 'tenant_id = {tenant} or {scope} in (''operator'', ''system'')');

-- How many are assigned, one row per customer and SKU, and the row that whoever assigns or takes seats holds. Kept by the
-- trigger below alone, so that erasing, restoring and whatever comes later cannot miss it.
create table license_pools (
  tenant_id uuid not null references tenants,
  product_id text collate "C" not null,
  sku_id text collate "C" not null,
  assigned integer not null default 0 check (assigned >= 0),
  primary key (tenant_id, product_id, sku_id)
);
-- Whoever holds privileges sees how many, as it sees the people.
call protect('license_pools',
  'tenant_id = {tenant} or {scope} in (''operator'', ''system'')
   or exists (select from delegated_admin_privileges p where p.partner_id = {tenant} and p.customer_id = license_pools.tenant_id and p.ended_at is null)',
  null, 'select');

create function count_licenses() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  changed record;
begin
  -- In the order of their keys, as everybody holds them.
  if tg_op = 'INSERT' then
    for changed in select tenant_id, product_id, sku_id, count(*)::integer as n from added where freed_at is null group by 1, 2, 3 order by 1, 2, 3 loop
      insert into license_pools values (changed.tenant_id, changed.product_id, changed.sku_id, changed.n)
      on conflict (tenant_id, product_id, sku_id) do update set assigned = license_pools.assigned + changed.n;
    end loop;
  elsif tg_op = 'DELETE' then
    for changed in select tenant_id, product_id, sku_id, count(*)::integer as n from gone where freed_at is null group by 1, 2, 3 order by 1, 2, 3 loop
      update license_pools p set assigned = p.assigned - changed.n
      where p.tenant_id = changed.tenant_id and p.product_id = changed.product_id and p.sku_id = changed.sku_id;
    end loop;
  else
    for changed in
      select tenant_id, product_id, sku_id, sum(n)::integer as n
      from (select tenant_id, product_id, sku_id, 1 as n from added where freed_at is null
        union all select tenant_id, product_id, sku_id, -1 from gone where freed_at is null) both_sides
      group by 1, 2, 3 having sum(n) <> 0 order by 1, 2, 3 loop
      insert into license_pools values (changed.tenant_id, changed.product_id, changed.sku_id, greatest(changed.n, 0))
      on conflict (tenant_id, product_id, sku_id) do update set assigned = license_pools.assigned + changed.n;
    end loop;
  end if;
  return null;
end $$;
create trigger licenses_added after insert on user_licenses referencing new table as added for each statement execute function count_licenses();
create trigger licenses_gone after delete on user_licenses referencing old table as gone for each statement execute function count_licenses();
create trigger licenses_changed after update on user_licenses referencing old table as gone new table as added for each statement execute function count_licenses();

-- Holds what is left of these SKUs ("product:sku") until the act is done, and says how it stands: one lock per customer and SKU,
-- always in the order of their keys. For the customer, whoever acts in its name, and the seller whose seats are about to go; the
-- answer names no seller.
create function hold_license_pools(customer uuid, wanted text[], at timestamptz) returns table (sku_number text, seats bigint, assigned integer)
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
#variable_conflict use_column
begin
  if customer is distinct from current_setting('app.tenant')::uuid and current_setting('app.scope') not in ('operator', 'system')
    and exists (select from unnest(wanted) number where not exists (select from subscriptions s
      where s.customer_id = customer and s.partner_id = current_setting('app.tenant')::uuid and s.product_id || ':' || s.sku_id = number)) then
    raise exception 'not this tenant' using errcode = '42501';
  end if;
  insert into license_pools (tenant_id, product_id, sku_id)
  select customer, split_part(number, ':', 1), split_part(number, ':', 2) from unnest(wanted) number order by 2, 3
  on conflict do nothing;
  perform 1 from license_pools p where p.tenant_id = customer and p.product_id || ':' || p.sku_id = any (wanted) order by p.product_id, p.sku_id for update;
  return query
    select p.product_id || ':' || p.sku_id,
      (select coalesce(sum(s.quantity), 0) from subscriptions s
        where s.customer_id = customer and s.product_id = p.product_id and s.sku_id = p.sku_id and s.status = 'active' and (s.ends_at is null or s.ends_at > at)),
      p.assigned
    from license_pools p where p.tenant_id = customer and p.product_id || ':' || p.sku_id = any (wanted);
end $$;
revoke execute on function hold_license_pools(uuid, text[], timestamptz) from public;
grant execute on function hold_license_pools(uuid, text[], timestamptz) to vinculo_app;

-- Work on many users: licenses for those who were picked, or users from a file. Each row is done in a transaction with what is
-- said of it, so a job that was broken off goes on where it was.
create table people_jobs (
  tenant_id uuid not null references tenants,
  id uuid not null unique,
  kind text not null check (kind in ('licenses', 'upload')),
  -- the partner on whose behalf; null where the organization's own people began it
  partner_id uuid references tenants,
  status text not null check (status in ('checking', 'checked', 'running', 'paused', 'done', 'cancelled')),
  -- of licenses: [{"sku", "act", "disabledPlans"}]
  wishes jsonb not null default '[]',
  row_count integer not null,
  -- of an upload: how many were looked at before anything is done
  checked_count integer not null default 0,
  done_count integer not null default 0,
  unchanged_count integer not null default 0,
  refused_count integer not null default 0,
  -- why it pauses
  pause_reason text,
  created_by uuid not null,
  created_at timestamptz not null,
  -- who began or resumed it; their rights are asked before each batch
  acting_id uuid not null,
  ended_at timestamptz,
  version integer not null default 1,
  primary key (tenant_id, id)
);
create index people_jobs_by_time on people_jobs (tenant_id, created_at desc, id desc);
create index people_jobs_at_work on people_jobs (id) where status in ('checking', 'running');
create index people_jobs_by_end on people_jobs (created_at);
call protect('people_jobs', 'tenant_id = {tenant} or {scope} = ''system''');

create table people_job_rows (
  tenant_id uuid not null,
  job_id uuid not null,
  -- of a file as a spreadsheet numbers them: the head row is 1
  line integer not null,
  -- whom it is about; of an upload once they are created
  person_id uuid,
  -- what stood in the file
  stated jsonb not null default '{}',
  state text not null check (state in ('unchecked', 'waiting', 'done', 'unchanged', 'refused')),
  reason_code text,
  -- the SKU that the reason is about
  reason_sku text,
  primary key (tenant_id, job_id, line),
  foreign key (tenant_id, job_id) references people_jobs
);
create index people_job_rows_by_state on people_job_rows (job_id, state, line);
create index people_job_rows_of_person on people_job_rows (person_id) where person_id is not null;
call protect('people_job_rows', 'tenant_id = {tenant} or {scope} = ''system''');

-- Temporary passwords of users from a file, sealed until whoever began it takes them, once.
create table issued_passwords (
  tenant_id uuid not null,
  person_id uuid not null unique,
  job_id uuid not null,
  sealed bytea not null,
  expires_at timestamptz not null,
  primary key (tenant_id, person_id),
  foreign key (tenant_id, person_id) references people,
  foreign key (tenant_id, job_id) references people_jobs
);
create index issued_passwords_of_job on issued_passwords (tenant_id, job_id);
call protect('issued_passwords', 'tenant_id = {tenant} or {scope} = ''system''');

-- With the person goes what was theirs here; the reports keep their rows without what stood in them.
create function forget_licenses() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  delete from user_licenses l where l.tenant_id = new.tenant_id and l.person_id = new.id;
  delete from issued_passwords i where i.tenant_id = new.tenant_id and i.person_id = new.id;
  update people_job_rows r set stated = '{}' where r.person_id = new.id and r.tenant_id = new.tenant_id;
  return null;
end $$;
revoke execute on function count_licenses(), forget_licenses() from public;
create trigger people_licenses_forgotten after update on people for each row when (new.status = 'erased' and old.status <> 'erased') execute function forget_licenses();

-- As before (0031), also by license: those who hold a SKU, or none at all.
create or replace function people_filtered(wanted_tenant uuid, wishes jsonb, most integer) returns setof people
language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
  direction text := case when (wishes->>'descending')::boolean then 'desc' else 'asc' end;
  keys text[] := case wishes->>'sort'
    when 'name' then array['display_name_key', 'id']
    when 'userName' then array['user_principal_name_key', 'id']
    when 'age' then array['created_at', 'id'] end;
  types constant jsonb := '{"id": "uuid", "created_at": "timestamptz"}';
  own text := format('tenant_id = %L', wanted_tenant);
  fits text := 'true';
  source text := 'people';
  ordering text := array_to_string(keys, ' ' || direction || ', ') || ' ' || direction;
  stage integer;
  found people[];
  rows_left integer;
begin
  if wanted_tenant is distinct from current_setting('app.tenant')::uuid then
    raise exception 'not this tenant' using errcode = '42501';
  end if;
  if wishes ? 'after' then
    own := own || format(' and (%s) %s (%s)', array_to_string(keys, ', '), case direction when 'asc' then '>' else '<' end,
      (select string_agg(format('%L::%s', value, coalesce(types->>keys[place::integer], 'text')), ', ' order by place)
       from jsonb_array_elements_text(wishes->'after') with ordinality as given (value, place)));
  end if;
  if wishes ? 'status' then own := own || format(' and status = %L', wishes->>'status');
  else fits := fits || ' and status not in (''removed'', ''erased'')'; end if;
  if wishes ? 'role' then
    own := own || ' and roles <> ''{}''';
    fits := fits || format(' and %L = any (roles)', wishes->>'role');
  end if;
  if wishes ? 'license' then
    -- `id` is the person's, under whichever name the rows stand.
    fits := fits || case wishes->>'license'
      when 'none' then format(' and not exists (select from user_licenses l where l.tenant_id = %L and l.person_id = id and l.freed_at is null)', wanted_tenant)
      else format(' and exists (select from user_licenses l where l.tenant_id = %L and l.person_id = id and l.product_id = %L and l.sku_id = %L and l.freed_at is null)',
        wanted_tenant, split_part(wishes->>'license', ':', 1), split_part(wishes->>'license', ':', 2)) end;
  end if;
  if wishes ? 'inside' then
    fits := fits || format(' and strpos(search_text, %L) > 0', wishes->>'inside');
    source := format('(with marked as materialized (select * from people where customer_grams(tenant_id, search_text) @> %L::text[]) select * from marked) gathered',
      customer_grams(wanted_tenant, wishes->>'inside'));
  end if;
  if wishes ? 'nameFrom' then
    fits := fits || format(' and (display_name_key >= %1$L and display_name_key < %2$L or user_principal_name_key >= %1$L and user_principal_name_key < %2$L)', wishes->>'nameFrom', wishes->>'nameTo');
  end if;

  foreach stage in array array[300, 20000] loop
    execute format('select count(*), array(select w.person from (select p as person, p.* from people p where %s order by %s limit %s) w where %s limit %s)
        from (select from people where %s limit %s + 1) counted', own, ordering, stage, fits, most, own, stage) into rows_left, found;
    if cardinality(found) >= most or rows_left <= stage then
      return query select * from unnest(found);
      return;
    end if;
    exit when cardinality(found) < 2;
  end loop;
  return query execute format('with fitting as materialized (select * from %s where %s and %s) select * from fitting order by %s limit %s',
    source, own, fits, ordering, most);
end $$;
