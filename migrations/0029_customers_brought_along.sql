-- Customers that an operator knows a partner to have worked with elsewhere, from before its enrolment (S1.6-7, S4.12, S4.19).
-- The partner is named by its primary domain, because most are not enrolled yet. A tie gives no right: it puts the customer on
-- the partner's list as what it is.
create table known_ties (
  cloud text not null references clouds,
  partner_domain text collate "C" not null,
  customer_id uuid not null references tenants,
  kind text not null check (kind in ('delegatedAdmin', 'advisor', 'purchase')),
  -- of the cloud's manifest; empty where the record names none
  service text not null,
  since date,
  recorded_at timestamptz not null,
  -- null as long as the partner has not got it on its list
  listed_at timestamptz,
  primary key (cloud, partner_domain, customer_id, kind, service)
);
create index known_ties_unlisted on known_ties (cloud, partner_domain, customer_id) where listed_at is null;
create index known_ties_of_customer on known_ties (customer_id);
call protect('known_ties', '{scope} in (''operator'', ''system'')', null, 'select, insert, update');

-- What is known of the customer from elsewhere. A row without a channel stands there for its ties alone.
alter table customer_accounts add column known_ties jsonb not null default '[]';

-- Puts the next customers with ties on the list of their partner, by the partner's own domain, and answers how many were taken.
-- A door, because a partner's list is written by the partner alone: open to who runs the installation, and for known ties only.
-- What the partner has or had already keeps its name, its channels and its end.
create function list_known_customers(wanted_partner uuid, at timestamptz, most integer) returns integer
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  of_cloud text;
  of_domain text;
  taken uuid[];
begin
  if current_setting('app.scope') not in ('operator', 'system') then
    raise exception 'not the operator' using errcode = '42501';
  end if;
  select t.cloud, t.primary_domain into of_cloud, of_domain from tenants t join partner_profiles p on p.tenant_id = t.id where t.id = wanted_partner;
  select array_agg(n.customer_id) into taken from (
    select distinct k.customer_id from known_ties k
    where k.cloud = of_cloud and k.partner_domain = of_domain and k.listed_at is null
    order by k.customer_id limit most) n;
  if taken is null then return 0; end if;
  insert into customer_accounts (partner_id, customer_id, company_name, name_key, primary_domain, country, channels, related_since, known_ties)
    select wanted_partner, c.id, c.name, c.name_key, c.primary_domain, c.country, '{}', coalesce(g.since, at), g.ties
    from (
      select k.customer_id, min(k.since)::timestamp at time zone 'UTC' as since,
        jsonb_agg(jsonb_build_object('kind', k.kind, 'service', nullif(k.service, ''), 'since', k.since) order by k.kind, k.service) as ties
      from known_ties k
      where k.cloud = of_cloud and k.partner_domain = of_domain and k.customer_id = any (taken)
      group by k.customer_id) g
    join tenants c on c.id = g.customer_id
    where c.is_customer and c.status = 'active'
  on conflict (partner_id, customer_id) do update set known_ties = excluded.known_ties;
  update known_ties k set listed_at = at
    where k.cloud = of_cloud and k.partner_domain = of_domain and k.customer_id = any (taken) and k.listed_at is null;
  return cardinality(taken);
end $$;
revoke execute on function list_known_customers(uuid, timestamptz, integer) from public;
grant execute on function list_known_customers(uuid, timestamptz, integer) to vinculo_app;

-- An indirect reseller creates no tenants (S1.L1.10): it asks its provider for a customer, with the form filled in, and the
-- provider completes or declines it (decision 17, S1.53, S4.16).
create table creation_requests (
  reseller_id uuid not null references partner_profiles,
  id uuid not null unique,
  provider_id uuid not null references partner_profiles,
  status text not null check (status in ('waiting', 'completed', 'declined', 'withdrawn')),
  company_name text not null,
  -- written by the application (domain/names searchKey)
  name_key text collate "C" not null,
  domain_prefix text not null,
  country text not null,
  language text not null,
  culture text not null,
  first_name text not null,
  last_name text not null,
  mail text not null,
  phone text not null,
  address_line1 text not null,
  address_line2 text not null,
  city text not null,
  state text not null,
  postal_code text not null,
  registration_number text not null,
  -- the reseller's words to its provider
  note text,
  created_by uuid not null,
  created_at timestamptz not null,
  answered_at timestamptz,
  answered_by uuid,
  decline_reason text,
  customer_id uuid references tenants,
  version integer not null default 1,
  primary key (reseller_id, id),
  check (reseller_id <> provider_id),
  check ((status = 'completed') = (customer_id is not null)),
  check ((status = 'waiting') = (answered_at is null))
);
create index creation_requests_of_reseller on creation_requests (reseller_id, created_at desc, id desc);
create index creation_requests_of_provider on creation_requests (provider_id, created_at desc, id desc);
-- The same company is asked of one provider once at a time.
create unique index one_waiting_creation_request on creation_requests (reseller_id, provider_id, country, name_key) where status = 'waiting';
call protect('creation_requests', 'reseller_id = {tenant} or provider_id = {tenant} or {scope} = ''system''', null, 'select, insert, update');

-- A joint request is the reseller's, or its provider's for it (wire-api 2.1): then the provider is the partner that asks and its
-- reseller the second one. Who gets what by it is the same.
alter table relationship_requests add column asked_by_provider boolean not null default false;
alter table relationship_requests add constraint provider_asks_for_somebody check (not asked_by_provider or second_partner_id is not null);

-- As before (0026), whichever of the two asked.
create or replace function joint_partnership_stands(hash bytea, hold boolean) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  reseller uuid;
  provider uuid;
begin
  select case when q.asked_by_provider then q.second_partner_id else q.partner_id end, case when q.asked_by_provider then q.partner_id else q.second_partner_id end
    into reseller, provider from relationship_requests q where q.secret_hash = hash;
  if provider is null then return true; end if;
  if hold then perform from partnerships p where p.provider_id = provider and p.reseller_id = reseller and p.status = 'active' for share; end if;
  return exists (select from partnerships p where p.provider_id = provider and p.reseller_id = reseller and p.status = 'active');
end $$;
