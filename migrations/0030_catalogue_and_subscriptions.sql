-- What can be bought, as the operator states it: product, SKU, where and to whom it is available, and for how much. The names
-- are those of the compatible interface (products/skus/availabilities), so that it reads these very rows.
create table catalogue_products (
  cloud text not null references clouds,
  id text collate "C" not null check (id ~ '^[A-Z0-9][A-Z0-9-]{1,39}$'),
  title_en text not null,
  title_es text not null,
  name_key text collate "C" not null,
  publisher text not null,
  product_type text not null check (product_type in ('onlineServices', 'usage', 'software', 'marketplace')),
  version integer not null default 1,
  primary key (cloud, id)
);
call protect('catalogue_products', '{scope} <> ''visitor''', '{scope} = ''operator''', 'select, insert, update');

create table catalogue_skus (
  cloud text not null,
  product_id text collate "C" not null,
  id text collate "C" not null check (id ~ '^[A-Z0-9][A-Z0-9-]{0,39}$'),
  title_en text not null,
  title_es text not null,
  name_key text collate "C" not null,
  generation text not null check (generation in ('legacy', 'newCommerce', 'marketplace')),
  -- a line of the cloud's manifest; null where privileges on no service are meant by it
  service_id text,
  -- what the service knows and a license turns on or off
  service_plans text[] not null default '{}',
  min_quantity integer not null check (min_quantity > 0),
  max_quantity integer not null,
  is_trial boolean not null,
  -- "product:sku" each; with any, it is an add-on and needs one of them
  base_ids text[] not null default '{}',
  -- "product:sku" each; what a subscription to this may become
  conversion_ids text[] not null default '{}',
  version integer not null default 1,
  primary key (cloud, product_id, id),
  foreign key (cloud, product_id) references catalogue_products,
  check (max_quantity between min_quantity and 10000000)
);
call protect('catalogue_skus', '{scope} <> ''visitor''', '{scope} = ''operator''', 'select, insert, update');

create table catalogue_availabilities (
  cloud text not null,
  product_id text collate "C" not null,
  sku_id text collate "C" not null,
  id text collate "C" not null check (id ~ '^[A-Z0-9][A-Z0-9-]{0,39}$'),
  -- of the cloud's manifest
  market text not null,
  segment text not null check (segment in ('commercial', 'education', 'government', 'nonprofit')),
  available_from timestamptz not null,
  available_until timestamptz,
  version integer not null default 1,
  primary key (cloud, product_id, sku_id, id),
  foreign key (cloud, product_id, sku_id) references catalogue_skus,
  check (available_until > available_from)
);
create index availabilities_of_market on catalogue_availabilities (cloud, market, segment);
call protect('catalogue_availabilities', '{scope} <> ''visitor''', '{scope} = ''operator''', 'select, insert, update');

-- For one unit and one billing cycle. A price holds from its moment until the next one of the same key: two can never hold at once.
create table catalogue_prices (
  cloud text not null,
  product_id text collate "C" not null,
  sku_id text collate "C" not null,
  availability_id text collate "C" not null,
  term text not null check (term in ('P30D', 'P1M', 'P1Y', 'P3Y')),
  billing_cycle text not null check (billing_cycle in ('none', 'monthly', 'annual', 'triennial')),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  valid_from timestamptz not null,
  -- in the smallest unit of the currency; null from here on not sold so
  unit_price numeric(24, 0) check (unit_price >= 0),
  primary key (cloud, product_id, sku_id, availability_id, term, billing_cycle, currency, valid_from),
  foreign key (cloud, product_id, sku_id, availability_id) references catalogue_availabilities
);
call protect('catalogue_prices', '{scope} <> ''visitor''', '{scope} = ''operator''', 'select, insert, update');

-- Whom a customer is in the eyes of the programme; null as its cloud usually has it.
alter table tenants add column segment text check (segment in ('commercial', 'education', 'government', 'nonprofit'));

create table customer_orders (
  partner_id uuid not null references partner_profiles,
  customer_id uuid not null references tenants,
  id uuid not null unique,
  status text not null check (status in ('pending', 'completed', 'cancelled')),
  currency text not null,
  total numeric(24, 0) not null,
  created_by uuid not null,
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (partner_id, customer_id, id)
);
create index orders_by_time on customer_orders (partner_id, customer_id, created_at desc, id desc);

-- Who sold it to whom; lives from the order on. Users' licenses will point here, and statements read its charges.
create table subscriptions (
  partner_id uuid not null references partner_profiles,
  customer_id uuid not null references tenants,
  id uuid not null unique,
  order_id uuid not null references customer_orders (id),
  line_number smallint not null,
  parent_id uuid references subscriptions (id),
  -- the indirect reseller on record; the provider bills it
  reseller_id uuid references partner_profiles,
  cloud text not null,
  product_id text collate "C" not null,
  sku_id text collate "C" not null,
  availability_id text collate "C" not null,
  term text not null,
  billing_cycle text not null,
  generation text not null,
  service_id text,
  is_trial boolean not null,
  -- as the catalogue called it when it was bought
  offer_name_en text not null,
  offer_name_es text not null,
  friendly_name text,
  quantity integer not null check (quantity > 0),
  min_quantity integer not null,
  max_quantity integer not null,
  currency text not null,
  unit_price numeric(24, 0) not null check (unit_price >= 0),
  status text not null check (status in ('pending', 'active', 'suspended', 'deleted')),
  auto_renew boolean not null,
  created_by uuid not null,
  created_at timestamptz not null,
  -- terms and cycles are counted from here
  started_at timestamptz,
  -- the end of the last term where it does not renew by itself
  ends_at timestamptz,
  suspended_at timestamptz,
  suspended_because text check (suspended_because in ('customerRequest', 'nonPayment', 'fraud', 'withBase')),
  deletes_at timestamptz,
  ended_at timestamptz,
  ended_because text check (ended_because in ('notProvisioned', 'orderCancelled', 'cancelled', 'withBase', 'termEnded', 'retentionOver')),
  -- the operator's words where it was not provisioned
  end_note text,
  version integer not null default 1,
  primary key (partner_id, customer_id, id),
  unique (order_id, line_number),
  foreign key (cloud, product_id, sku_id, availability_id) references catalogue_availabilities,
  check (quantity between min_quantity and max_quantity),
  check ((status = 'deleted') = (ended_at is not null)),
  check ((status = 'suspended') <= (suspended_at is not null))
);
create index subscriptions_of_customer on subscriptions (customer_id, created_at desc, id desc);
create index subscriptions_of_reseller on subscriptions (reseller_id, customer_id) where reseller_id is not null;
create index subscriptions_of_base on subscriptions (parent_id) where parent_id is not null;
create index subscriptions_to_provision on subscriptions (created_at, id) where status = 'pending';
create index subscriptions_to_end on subscriptions (coalesce(deletes_at, ends_at)) where status in ('active', 'suspended');
-- One trial per offer and customer, through whichever partner (D.7).
create unique index one_trial on subscriptions (customer_id, cloud, product_id, sku_id) where is_trial and ended_because is distinct from 'notProvisioned' and ended_because is distinct from 'orderCancelled';

-- Whoever sold it, is on record for it, owns it, or holds admin privileges at the customer sees it; who sold it changes it.
call protect('subscriptions',
  'partner_id = {tenant} or customer_id = {tenant} or reseller_id = {tenant} or {scope} in (''operator'', ''system'')
   or exists (select from delegated_admin_privileges p where p.partner_id = {tenant} and p.customer_id = subscriptions.customer_id and p.ended_at is null)',
  'partner_id = {tenant} or {scope} in (''operator'', ''system'')', 'select, insert, update');
call protect('customer_orders', 'partner_id = {tenant} or {scope} in (''operator'', ''system'')', null, 'select, insert, update');

-- What was charged or credited, one row per act, never changed: the first cycle, then each change of quantity for what is left
-- of the cycle, then what a cancellation gives back. Later cycles follow from the quantity after each row and the unit price.
create table subscription_charges (
  partner_id uuid not null references partner_profiles,
  customer_id uuid not null references tenants,
  subscription_id uuid not null references subscriptions (id),
  number integer not null,
  kind text not null check (kind in ('purchase', 'quantityChange', 'cancellation')),
  at timestamptz not null,
  by_person uuid not null,
  period_from timestamptz not null,
  period_until timestamptz not null,
  quantity_before integer not null,
  quantity_after integer not null,
  unit_price numeric(24, 0) not null,
  currency text not null,
  amount numeric(24, 0) not null,
  primary key (partner_id, customer_id, subscription_id, number)
);
call protect('subscription_charges', 'partner_id = {tenant} or {scope} in (''operator'', ''system'')', null, 'select, insert');

-- What a customer has or tried through whichever partner, for guards that ask across partners; names no partner and no price,
-- and answers only whom the customer has a relationship with.
create function owned_by_customer(customer uuid) returns table (sku_number text, is_trial boolean, is_over boolean)
language sql stable security definer set search_path = pg_catalog, public as $$
  select s.product_id || ':' || s.sku_id, s.is_trial, s.status = 'deleted'
  from subscriptions s
  where s.customer_id = customer and s.ended_because is distinct from 'notProvisioned' and s.ended_because is distinct from 'orderCancelled'
    and exists (select from reseller_relationships r
      where r.customer_id = customer and r.partner_id = current_setting('app.tenant')::uuid and r.ended_at is null)
$$;

-- How the indirect reseller that a provider names on an order stands; nothing where the two are not in partnership. The
-- reseller's own relationship with the customer is no row of the provider's.
create function reseller_standing(reseller uuid, customer uuid) returns table (is_active boolean, has_signed boolean, is_related boolean)
language sql stable security definer set search_path = pg_catalog, public as $$
  select f.status = 'active', f.agreement_signed_at is not null,
    exists (select from reseller_relationships r where r.partner_id = reseller and r.customer_id = customer and r.ended_at is null)
  from partner_profiles f
  where f.tenant_id = reseller
    and exists (select from partnerships p where p.provider_id = current_setting('app.tenant')::uuid and p.reseller_id = reseller and p.status = 'active')
$$;
revoke execute on function owned_by_customer(uuid), reseller_standing(uuid, uuid) from public;
grant execute on function owned_by_customer(uuid), reseller_standing(uuid, uuid) to vinculo_app;
