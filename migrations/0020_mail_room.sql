-- What an operator does about mails: gives one up, and sees when a waiting one is tried next. A mail that was given up
-- stays `failed` for whoever reads only the state; nothing tries it again.
alter table mails add column given_up_at timestamptz;

-- When the queue tries these mails next; graphile-worker keeps its tables to their owner, and only times are read.
create function mail_tries(wanted uuid[]) returns table (mail_id uuid, run_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public as $$
  select substring(j.key from 6)::uuid, j.run_at from graphile_worker.jobs j
  where j.key = any (array(select 'send:' || w from unnest(wanted) w)) and j.locked_at is null
$$;
revoke execute on function mail_tries(uuid[]) from public;
grant execute on function mail_tries(uuid[]) to vinculo_app;

-- Mail addresses are not kept as text where a keyed hash does (rule R34): with this one key, sealed like every secret.
create table mail_address_keys (
  id uuid primary key,
  sealed_key bytea not null,
  created_at timestamptz not null
);
call protect('mail_address_keys', '{scope} in (''operator'', ''system'')');

-- The one key; the first who needs it brings it. Sealed, so it tells nothing to whoever reads it.
create function mail_address_key(fresh bytea, at timestamptz) returns bytea
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  the_one constant uuid := '00000000-0000-0000-0000-000000000001';
begin
  if fresh is not null then
    insert into public.mail_address_keys values (the_one, fresh, at) on conflict do nothing;
  end if;
  return (select sealed_key from public.mail_address_keys where id = the_one);
end $$;

-- Refusals of an address by its own server, counted until a message is taken.
create table mail_refusals (
  address_hash bytea primary key check (length(address_hash) = 32),
  refusals integer not null,
  last_at timestamptz not null
);
call protect('mail_refusals', '{scope} in (''operator'', ''system'')');

-- Addresses that letters are not sent to: because they do not arrive, or because their reader asked for none. Opted out is
-- an address towards one sender, or (the nil tenant) towards all.
create table mail_blocks (
  id uuid primary key,
  address_hash bytea not null check (length(address_hash) = 32),
  kind text not null check (kind in ('undeliverable', 'optedOut')),
  tenant_id uuid not null,
  domain text not null,
  since timestamptz not null,
  source text not null check (source in ('smtp', 'reader', 'operator')),
  reason text,
  added_by uuid,
  unique (address_hash, kind, tenant_id)
);
create index mail_blocks_by_time on mail_blocks (since desc, id desc);
create index mail_blocks_by_kind on mail_blocks (kind, since desc, id desc);
call protect('mail_blocks', '{scope} in (''operator'', ''system'')');

-- What a sender has to know of addresses it names: nothing but whether letters of its own reach them.
create function mail_standing(hashes bytea[], sender uuid) returns table (address_hash bytea, undeliverable_since timestamptz, is_opted_out boolean)
language sql stable security definer set search_path = pg_catalog, public as $$
  select b.address_hash, min(b.since) filter (where b.kind = 'undeliverable'), bool_or(b.kind = 'optedOut')
  from public.mail_blocks b
  where b.address_hash = any (hashes) and (b.kind = 'undeliverable' or b.tenant_id in (sender, '00000000-0000-0000-0000-000000000000'))
  group by b.address_hash
$$;

-- A message was read there and answered for: whatever was refused before no longer counts.
create function mail_address_proved(hash bytea) returns void
language sql security definer set search_path = pg_catalog, public as $$
  delete from public.mail_blocks where address_hash = hash and kind = 'undeliverable';
  delete from public.mail_refusals where address_hash = hash
$$;
revoke execute on function mail_address_key(bytea, timestamptz), mail_standing(bytea[], uuid), mail_address_proved(bytea) from public;
grant execute on function mail_address_key(bytea, timestamptz), mail_standing(bytea[], uuid), mail_address_proved(bytea) to vinculo_app;

-- Letters that are kept back because of where they would go.
alter table mails add column held_because text check (held_because in ('undeliverable', 'optedOut'));

-- People of every organization ask the operator for help. A case belongs to the organization alone: the other side of a
-- relationship it is about reads nothing of it.
create table support_cases (
  tenant_id uuid not null references tenants,
  id uuid not null unique,
  opened_by uuid not null,
  subject text not null,
  about_type text check (about_type in ('relationshipRequest', 'relationship')),
  about_id uuid,
  status text not null check (status in ('open', 'answered', 'closed')),
  opened_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id),
  check ((about_type is null) = (about_id is null))
);
create index support_cases_of_tenant on support_cases (tenant_id, changed_at desc, id desc);
create index support_cases_by_time on support_cases (changed_at desc, id desc);
create index support_cases_by_status on support_cases (status, changed_at desc, id desc);
call protect('support_cases', 'tenant_id = {tenant} or {scope} in (''operator'', ''system'')', null, 'select, insert, update');

create table support_messages (
  tenant_id uuid not null,
  id uuid not null unique,
  case_id uuid not null,
  at timestamptz not null,
  written_by text not null check (written_by in ('asker', 'operator')),
  person_id uuid not null,
  body text not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id) references support_cases
);
create index support_messages_of_case on support_messages (case_id, at, id);
call protect('support_messages', 'tenant_id = {tenant} or {scope} in (''operator'', ''system'')', null, 'select, insert');

-- The operator reads the events of the whole installation, by time and by who did what.
create index events_by_moment on events (at desc, id desc);
create index events_of_person on events (actor_person_id, at desc, id desc) where actor_person_id is not null;
create index events_of_type on events (type, at desc, id desc);
create index events_refused on events (at desc, id desc) where outcome = 'refused';
