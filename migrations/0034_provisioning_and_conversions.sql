-- Who provisions what was ordered, where it is not the operator by hand: one address for the installation, for a service of a
-- cloud, or for one product; the nearest counts.
create table provisioning_connectors (
  id uuid primary key,
  -- all three null: for whatever has no nearer one
  cloud text references clouds,
  service_id text,
  product_id text collate "C",
  url text not null check (length(url) between 8 and 2000),
  sealed_secret bytea not null,
  created_at timestamptz not null,
  version integer not null default 1,
  check (num_nonnulls(service_id, product_id) = num_nonnulls(cloud)),
  foreign key (cloud, product_id) references catalogue_products
);
create unique index one_connector_of_a_place on provisioning_connectors (coalesce(cloud, ''), coalesce(service_id, ''), coalesce(product_id, ''));
call protect('provisioning_connectors', '{scope} in (''operator'', ''system'')', '{scope} = ''operator''');

-- One row for a subscription that is with a connector; its number is the subscription's, the same at every attempt.
create table provisioning_calls (
  partner_id uuid not null references partner_profiles,
  customer_id uuid not null references tenants,
  subscription_id uuid not null unique references subscriptions (id),
  connector_id uuid references provisioning_connectors on delete set null,
  -- accepted: the connector took it and answers later; failed: only a person tries again; givenUp: it is the operator's by hand
  status text not null check (status in ('queued', 'accepted', 'failed', 'givenUp', 'settled')),
  attempts integer not null default 0,
  last_at timestamptz,
  -- of HTTP; null where no answer came
  last_status smallint,
  last_answer text check (length(last_answer) <= 500),
  created_at timestamptz not null,
  primary key (partner_id, customer_id, subscription_id)
);
call protect('provisioning_calls', '{scope} in (''operator'', ''system'')', null, 'select, insert, update');

-- When the queue tries these next; graphile-worker keeps its tables to their owner, and only times are read.
create function provisioning_tries(wanted uuid[]) returns table (subscription_id uuid, run_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public as $$
  select substring(j.key from 11)::uuid, j.run_at from graphile_worker.jobs j
  where j.key = any (array(select 'provision:' || w from unnest(wanted) w)) and j.locked_at is null
$$;
revoke execute on function provisioning_tries(uuid[]) from public;
grant execute on function provisioning_tries(uuid[]) to vinculo_app;

-- A subscription may come in the place of another: ordered like any, and when it is there the other ends and the rest of its
-- cycle is given back.
alter table subscriptions add column replaces_id uuid references subscriptions (id);
create unique index one_waiting_conversion on subscriptions (replaces_id) where status = 'pending' and replaces_id is not null;
alter table subscriptions drop constraint subscriptions_ended_because_check;
alter table subscriptions add constraint subscriptions_ended_because_check
  check (ended_because in ('notProvisioned', 'orderCancelled', 'cancelled', 'withBase', 'termEnded', 'retentionOver', 'converted'));
alter table subscription_charges drop constraint subscription_charges_kind_check;
alter table subscription_charges add constraint subscription_charges_kind_check check (kind in ('purchase', 'quantityChange', 'cancellation', 'conversion'));
