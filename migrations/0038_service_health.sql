-- How the services of a cloud stand, as the operator or a feed states it. Nothing here is ever made up: a service of which nobody
-- said anything lately has no state at all.
create table service_incidents (
  cloud text not null references clouds,
  id uuid not null unique,
  -- a line of the cloud's manifest
  service_id text not null,
  -- its number in the feed that states it; null where the operator does
  feed_id text collate "C" check (length(feed_id) between 1 and 100),
  impact text not null check (impact in ('advisory', 'degraded', 'interrupted')),
  title_en text not null,
  title_es text not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  version integer not null default 1,
  primary key (cloud, id),
  unique (cloud, feed_id),
  check (ended_at >= started_at)
);
create index incidents_by_time on service_incidents (cloud, started_at desc, id desc);
call protect('service_incidents', '{scope} <> ''visitor''', '{scope} = ''operator''', 'select, insert, update');

-- What was said of it while it lasted, in the order in which it was said; never rewritten.
create table service_incident_notes (
  incident_id uuid not null references service_incidents (id),
  number integer not null,
  at timestamptz not null,
  text_en text not null,
  text_es text not null,
  primary key (incident_id, number)
);
call protect('service_incident_notes', '{scope} <> ''visitor''', '{scope} = ''operator''', 'select, insert');

-- When somebody last looked at a service and said how it stands.
create table service_statements (
  cloud text not null references clouds,
  service_id text not null,
  checked_at timestamptz not null,
  checked_by text not null check (checked_by in ('operator', 'feed')),
  primary key (cloud, service_id)
);
call protect('service_statements', '{scope} <> ''visitor''', '{scope} = ''operator''', 'select, insert, update');

-- A closed organization takes its subscriptions along.
alter table subscriptions drop constraint subscriptions_ended_because_check;
alter table subscriptions add constraint subscriptions_ended_because_check
  check (ended_because in ('notProvisioned', 'orderCancelled', 'cancelled', 'withBase', 'termEnded', 'retentionOver', 'converted', 'tenantClosed'));
