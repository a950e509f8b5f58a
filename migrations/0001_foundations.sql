-- What every later table stands on: extensions, the row-level-security procedure, sequences per resource.
create extension if not exists pg_trgm;
create extension if not exists btree_gin;

-- Puts a table behind its second lock (rules R25, R26). In the expressions {tenant}, {scope} and {secret} stand for
-- the settings that every transaction makes first; without them the cast fails and nothing is shown.
-- The owner keeps a policy of its own because forced row-level security would otherwise blind the few
-- security definer functions, which are the only doors through this lock.
create procedure protect(target regclass, visible text, writable text default null, actions text default 'select, insert, update, delete')
language plpgsql as $$
declare
  seen text := visible;
  written text := coalesce(writable, visible);
  pair text[];
begin
  foreach pair slice 1 in array array[
    ['{tenant}', '(select current_setting(''app.tenant'')::uuid)'],
    ['{scope}', '(select current_setting(''app.scope''))'],
    ['{secret}', '(select decode(current_setting(''app.secret''), ''hex''))']
  ] loop
    seen := replace(seen, pair[1], pair[2]);
    written := replace(written, pair[1], pair[2]);
  end loop;
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy owner_all on %s to current_user using (true) with check (true)', target);
  execute format('create policy auditor_reads on %s for select to vinculo_auditor using (true)', target);
  execute format('create policy app_sees on %s for select to vinculo_app using (%s)', target, seen);
  if actions like '%insert%' then
    execute format('create policy app_inserts on %s for insert to vinculo_app with check (%s)', target, written);
  end if;
  if actions like '%update%' then
    execute format('create policy app_updates on %s for update to vinculo_app using (%s) with check (%s)', target, written, written);
  end if;
  if actions like '%delete%' then
    execute format('create policy app_deletes on %s for delete to vinculo_app using (%s)', target, written);
  end if;
  execute format('grant %s on %s to vinculo_app', actions, target);
  execute format('grant select on %s to vinculo_auditor', target);
end $$;

-- Events are numbered per resource without gaps; the counter row is also what keeps two writers in order.
create table resource_sequences (
  resource_id uuid primary key,
  last integer not null
);
alter table resource_sequences enable row level security;
alter table resource_sequences force row level security;
create policy owner_all on resource_sequences to current_user using (true) with check (true);

create function next_sequence(resource uuid) returns integer
language sql security definer set search_path = pg_catalog, public as $$
  insert into public.resource_sequences (resource_id, last) values (resource, 1)
  on conflict (resource_id) do update set last = resource_sequences.last + 1
  returning last
$$;

-- Queues a job in the transaction of the change (graphile-worker keeps its tables to their owner).
create function enqueue(task text, payload json, job_key text default null, queue text default null)
returns void language sql security definer set search_path = pg_catalog, public as $$
  select graphile_worker.add_job(identifier => task, payload => payload, job_key => job_key, queue_name => queue)
$$;

revoke execute on function next_sequence(uuid), enqueue(text, json, text, text) from public;
grant execute on function next_sequence(uuid), enqueue(text, json, text, text) to vinculo_app;

-- Clouds are data: an operator adds one or changes a line without code (decision 1). Built-in manifests live in the program.
create table clouds (
  id text primary key check (id ~ '^[a-z][a-zA-Z0-9]{1,30}$'),
  based_on text not null,
  overrides jsonb not null default '{}',
  created_at timestamptz not null,
  version integer not null default 1
);
insert into clouds (id, based_on, created_at)
select id, id, timestamptz '2026-01-01 00:00:00Z' from unnest(array['public', 'usGov', 'germany', 'china']) id;
call protect('clouds', 'true', '{scope} = ''operator''', 'select, insert, update');

-- A group of tenants that share one clock offset; both sides of a relationship always share it.
create table sandboxes (
  id uuid primary key,
  clock_offset interval not null default interval '0',
  created_at timestamptz not null
);
call protect('sandboxes', 'true', '{scope} in (''operator'', ''system'')', 'select, insert, update');

-- Facts about this installation: set-up, policies, demo mark.
create table settings (
  name text primary key,
  value jsonb not null,
  changed_at timestamptz not null
);
call protect('settings', 'true', '{scope} in (''operator'', ''system'')');
