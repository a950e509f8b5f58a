-- One fact, many readers: audit trail, mail trigger and feed. Append-only by privilege and by trigger.
create table events (
  id uuid primary key,
  at timestamptz not null,
  type text not null,
  outcome text not null check (outcome in ('done', 'refused')),
  reason_code text,
  resource_type text not null,
  resource_id uuid not null,
  sequence integer not null,
  actor_kind text not null check (actor_kind in ('person', 'system', 'visitor')),
  actor_person_id uuid,
  actor_tenant_id uuid,
  -- the right that was used: role in the own tenant, a reseller relationship, delegated privileges, or a link
  through text check (through in ('role', 'relationship', 'privileges', 'link')),
  trace_id text,
  data jsonb not null default '{}',
  unique (resource_id, sequence),
  check ((outcome = 'refused') = (reason_code is not null))
);

-- Which tenants may see an event; the counterpart is what the reader filters by (the partner, or the customer).
create table event_readers (
  tenant_id uuid not null,
  at timestamptz not null,
  event_id uuid not null references events,
  counterpart_id uuid,
  type text not null,
  primary key (tenant_id, event_id)
);
create index events_by_time on event_readers (tenant_id, at desc, event_id desc);
create index events_by_counterpart on event_readers (tenant_id, counterpart_id, at desc, event_id desc);
create index events_by_type on event_readers (tenant_id, type, at desc, event_id desc);

call protect('event_readers', 'tenant_id = {tenant} or {scope} in (''operator'', ''system'')', 'true', 'select, insert');
call protect('events',
  '{scope} in (''operator'', ''system'') or exists (select from event_readers r where r.tenant_id = {tenant} and r.event_id = events.id)',
  'true', 'select, insert');

create function refuse_change() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  raise exception 'events are append-only' using errcode = '42501';
end $$;
create trigger events_stay before update or delete or truncate on events for each statement execute function refuse_change();
create trigger event_readers_stay before update or delete or truncate on event_readers for each statement execute function refuse_change();

-- The outbox of mails, written with the change (rule R29). What was sent stays, as evidence.
create table mails (
  tenant_id uuid not null,
  id uuid not null unique,
  event_id uuid,
  template text not null,
  recipient text not null,
  language text not null,
  subject text not null,
  body text not null,
  status text not null check (status in ('queued', 'sent', 'failed', 'held')),
  attempts integer not null default 0,
  last_error text,
  smtp_reply text,
  message_id text not null unique,
  created_at timestamptz not null,
  sent_at timestamptz,
  primary key (tenant_id, id)
);
create index mails_by_time on mails (created_at desc, id desc);
call protect('mails', 'tenant_id = {tenant} or {scope} in (''operator'', ''system'')', 'true', 'select, insert, update');

-- The stored answer of an act, in the transaction of the act (rule R17).
create table idempotency_keys (
  tenant_id uuid not null,
  principal text not null,
  route text not null,
  key text not null,
  body_sha256 bytea not null,
  status integer,
  answer jsonb,
  etag text,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (tenant_id, principal, route, key)
);
create index idempotency_keys_due on idempotency_keys (expires_at);
call protect('idempotency_keys', 'tenant_id = {tenant} or {scope} = ''system''');
