-- What a partner provisions under a usage plan: the plan is a subscription to a product of the kind "usage", bought like any
-- other. Whoever sells the plan provisions and is billed; who may manage one is said by its owners alone.
create table usage_subscriptions (
  partner_id uuid not null references partner_profiles,
  customer_id uuid not null references tenants,
  id uuid not null unique,
  plan_id uuid not null references subscriptions (id),
  name text not null,
  status text not null check (status in ('active', 'suspended', 'cancelled')),
  created_by uuid not null,
  created_at timestamptz not null,
  suspended_at timestamptz,
  cancelled_at timestamptz,
  version integer not null default 1,
  primary key (partner_id, customer_id, id),
  check ((status = 'suspended') = (suspended_at is not null)),
  check ((status = 'cancelled') = (cancelled_at is not null))
);
create index usage_of_customer on usage_subscriptions (customer_id, created_at desc, id desc);
create index usage_of_plan on usage_subscriptions (plan_id);

-- Who manages one: the Admin agents of a partner, a foreign group in the eyes of the customer, or a person of the customer. It
-- stands on its own: no relationship and no admin privilege gives it or takes it away [S0.L1.10, S0.L1.12]; an end is a fact.
create table usage_owners (
  customer_id uuid not null references tenants,
  id uuid not null unique,
  usage_id uuid not null references usage_subscriptions (id),
  -- who sells the plan, and with the provisioning named itself and perhaps its reseller [S0.L1.11]
  seller_id uuid not null references partner_profiles,
  partner_id uuid references partner_profiles,
  person_id uuid,
  role text not null check (role in ('owner')),
  because text not null check (because in ('provisioned', 'givenByCustomer')),
  given_at timestamptz not null,
  given_by uuid not null,
  ended_at timestamptz,
  ended_by uuid,
  version integer not null default 1,
  primary key (customer_id, id),
  check ((partner_id is null) <> (person_id is null)),
  check ((ended_at is null) = (ended_by is null))
);
create unique index one_usage_owner on usage_owners (usage_id, coalesce(partner_id, person_id)) where ended_at is null;
create index usage_owners_of_partner on usage_owners (partner_id, usage_id) where ended_at is null;

call protect('usage_subscriptions',
  'partner_id = {tenant} or customer_id = {tenant} or {scope} = ''system''
   or exists (select from usage_owners o where o.usage_id = usage_subscriptions.id and o.partner_id = {tenant} and o.ended_at is null)',
  null, 'select, insert, update');
-- To whom else the customer gave it is nobody's but the customer's.
call protect('usage_owners',
  'customer_id = {tenant} or partner_id = {tenant} or (seller_id = {tenant} and because = ''provisioned'') or {scope} = ''system''',
  null, 'select, insert, update');

-- How the plans stand under what this reader may see of a customer's usage subscriptions. An owner that did not sell the plan
-- does not see the plan itself.
create function usage_plans(customer uuid) returns table (plan_id uuid, status text, deletes_at timestamptz, ends_at timestamptz, offer_name_en text, offer_name_es text, friendly_name text)
language sql stable security definer set search_path = pg_catalog, public as $$
  select s.id, s.status, s.deletes_at, s.ends_at, s.offer_name_en, s.offer_name_es, s.friendly_name
  from subscriptions s
  where s.id in (
    select u.plan_id from usage_subscriptions u
    where u.customer_id = customer
      and (current_setting('app.tenant')::uuid in (u.partner_id, u.customer_id)
        or exists (select from usage_owners o where o.usage_id = u.id and o.partner_id = current_setting('app.tenant')::uuid and o.ended_at is null)))
$$;
revoke execute on function usage_plans(uuid) from public;
grant execute on function usage_plans(uuid) to vinculo_app;

-- How a new device presents itself when it is switched on first. Made by a partner; every partner that the customer has a
-- relationship with uses and changes it, without any privilege [S0.L1.13].
create table device_profiles (
  customer_id uuid not null references tenants,
  id uuid not null unique,
  name text not null,
  name_key text collate "C" not null,
  description text,
  settings text[] not null check (settings <@ array['skipPrivacySettings', 'noLocalAdministrator', 'skipRegistration', 'skipLicenseTerms', 'removePreinstalledApps']),
  created_by uuid not null,
  created_at timestamptz not null,
  deleted_at timestamptz,
  version integer not null default 1,
  primary key (customer_id, id)
);
create unique index one_profile_of_a_name on device_profiles (customer_id, name_key) where deleted_at is null;
call protect('device_profiles',
  'customer_id = {tenant} or {scope} = ''system''
   or exists (select from reseller_relationships r where r.partner_id = {tenant} and r.customer_id = device_profiles.customer_id and r.ended_at is null)',
  null, 'select, insert, update');

create table devices (
  customer_id uuid not null references tenants,
  id uuid not null unique,
  -- whoever added it; null where the customer uploaded it itself
  partner_id uuid references partner_profiles,
  batch text not null,
  serial_number text not null,
  serial_key text collate "C" not null,
  manufacturer text not null,
  manufacturer_key text collate "C" not null,
  model text not null,
  product_key text,
  hardware_hash text,
  profile_id uuid references device_profiles (id),
  added_by uuid not null,
  added_at timestamptz not null,
  removed_at timestamptz,
  removed_by uuid,
  version integer not null default 1,
  primary key (customer_id, id),
  check ((removed_at is null) = (removed_by is null)),
  check (partner_id is not null or profile_id is null)
);
create unique index one_device on devices (customer_id, serial_key, manufacturer_key) where removed_at is null;
create index devices_by_time on devices (customer_id, added_at desc, id desc) where removed_at is null;
create index devices_of_profile on devices (profile_id) where profile_id is not null and removed_at is null;
-- What the customer uploaded is its own: no partner sees it.
call protect('devices',
  'customer_id = {tenant} or {scope} = ''system''
   or (partner_id is not null and exists (select from reseller_relationships r where r.partner_id = {tenant} and r.customer_id = devices.customer_id and r.ended_at is null))',
  null, 'select, insert, update');
