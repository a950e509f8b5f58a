-- What a customer may buy itself, at its partner's price and on its partner's bill: one row for a kind of purchase, switched on by
-- the partner; an end is a fact. Off is the absence of a living row [S4.L8.1].
alter table catalogue_products drop constraint catalogue_products_product_type_check;
alter table catalogue_products add constraint catalogue_products_product_type_check
  check (product_type in ('onlineServices', 'usage', 'software', 'marketplace', 'reservation', 'savingsPlan'));

create table purchase_permissions (
  partner_id uuid not null references partner_profiles,
  customer_id uuid not null references tenants,
  id uuid not null unique,
  kind text not null check (kind in ('reservation', 'savingsPlan')),
  -- of the limits; the customer's when they were set
  currency text check (currency ~ '^[A-Z]{3}$'),
  -- of one purchase and of all in a month, over the whole term; null without limit
  most_each numeric(24, 0) check (most_each > 0),
  most_monthly numeric(24, 0) check (most_monthly > 0),
  needs_approval boolean not null,
  -- the partner is told of each purchase; as a rule it is not [S4.L8.4]
  alerts boolean not null,
  created_by uuid not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid,
  ended_because text check (ended_because in ('deleted', 'relationshipEnded')),
  version integer not null default 1,
  primary key (partner_id, customer_id, id),
  check (num_nonnulls(most_each, most_monthly) = 0 or currency is not null),
  check (num_nonnulls(ended_at, ended_by, ended_because) in (0, 3))
);
create unique index one_purchase_permission on purchase_permissions (partner_id, customer_id, kind) where ended_at is null;
create index permissions_of_customer on purchase_permissions (customer_id, created_at desc, id desc);
-- Switched by the partner; it ends with the relationship, also where the customer's act ends that.
call protect('purchase_permissions', 'partner_id = {tenant} or customer_id = {tenant} or {scope} = ''system''', null, 'select, insert, update');

-- What the customer bought or asked for, as it saw it. Nothing is sold before it is an order; from then on order and subscription
-- are those of its partner, like any other.
create table own_purchases (
  partner_id uuid not null references partner_profiles,
  customer_id uuid not null references tenants,
  id uuid not null unique,
  permission_id uuid not null references purchase_permissions (id),
  kind text not null check (kind in ('reservation', 'savingsPlan')),
  cloud text not null,
  product_id text collate "C" not null,
  sku_id text collate "C" not null,
  availability_id text collate "C" not null,
  term text not null,
  billing_cycle text not null,
  offer_name_en text not null,
  offer_name_es text not null,
  friendly_name text,
  quantity integer not null check (quantity > 0),
  currency text not null,
  unit_price numeric(24, 0) not null check (unit_price >= 0),
  -- of the first billing cycle, and of all cycles of the term: what counts against the limits
  total numeric(24, 0) not null check (total = unit_price * quantity),
  committed numeric(24, 0) not null check (committed >= total),
  status text not null check (status in ('awaitingApproval', 'ordered', 'declined', 'withdrawn', 'lapsed')),
  asked_by uuid not null,
  asked_at timestamptz not null,
  answered_by uuid,
  answered_at timestamptz,
  -- the partner's words where it declined
  note text,
  order_id uuid references customer_orders (id),
  version integer not null default 1,
  primary key (partner_id, customer_id, id),
  foreign key (cloud, product_id, sku_id, availability_id) references catalogue_availabilities,
  check ((status = 'ordered') = (order_id is not null)),
  check ((status = 'declined') = (note is not null)),
  check (num_nonnulls(answered_by, answered_at) in (0, 2)),
  check ((status in ('declined', 'withdrawn', 'lapsed')) <= (answered_at is not null))
);
create index own_purchases_by_time on own_purchases (customer_id, asked_at desc, id desc);
create index own_purchases_between on own_purchases (partner_id, customer_id, asked_at desc, id desc);
create index own_purchases_awaiting on own_purchases (permission_id) where status = 'awaitingApproval';
call protect('own_purchases', 'partner_id = {tenant} or customer_id = {tenant} or {scope} = ''system''', null, 'select, insert, update');

-- What own purchases stand on [S4.L8.2]: an active usage plan that this partner sold, a usage subscription under it, and an owner
-- among the customer's people. To whom the customer gave that is its own, so its partner learns yes or no and no name.
create function own_purchase_grounds(partner uuid, customer uuid, moment timestamptz) returns table (has_plan boolean, has_usage boolean, has_owner boolean)
language sql stable security definer set search_path = pg_catalog, public as $$
  with plans as (
    select s.id from subscriptions s join catalogue_products p on p.cloud = s.cloud and p.id = s.product_id
    where s.partner_id = partner and s.customer_id = customer and s.status = 'active' and (s.ends_at is null or s.ends_at > moment) and p.product_type = 'usage'
  ), used as (
    select u.id from usage_subscriptions u where u.customer_id = customer and u.status = 'active' and u.plan_id in (select id from plans)
  )
  select exists (select from plans), exists (select from used),
    exists (select from usage_owners o join people h on h.id = o.person_id
      where o.usage_id in (select id from used) and o.ended_at is null and h.tenant_id = customer and h.status = 'active')
  where current_setting('app.tenant')::uuid in (partner, customer)
$$;
revoke execute on function own_purchase_grounds(uuid, uuid, timestamptz) from public;
grant execute on function own_purchase_grounds(uuid, uuid, timestamptz) to vinculo_app;
