-- What a partner is about to order for one customer, kept so that a colleague, or the same person tomorrow, goes on with it. A
-- cart that was thrown away or expired is no row any more; one that was ordered names its order.
create table customer_carts (
  partner_id uuid not null references partner_profiles,
  customer_id uuid not null references tenants,
  id uuid not null unique,
  status text not null check (status in ('active', 'ordered')),
  -- as an order's lines are asked for, each with the price that was shown when it was put there and why it was refused last
  lines jsonb not null,
  order_id uuid references customer_orders (id),
  created_by uuid not null,
  created_at timestamptz not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  -- of an active one: from then on it is as if it were not there
  expires_at timestamptz not null,
  version integer not null default 1,
  primary key (partner_id, customer_id, id),
  check ((status = 'ordered') = (order_id is not null))
);
create index carts_by_time on customer_carts (partner_id, customer_id, changed_at desc, id desc) where status = 'active';
create index carts_due on customer_carts (expires_at) where status = 'active';
create unique index carts_of_order on customer_carts (order_id) where order_id is not null;
-- The customer learns of an order, not of what its partner thinks about.
call protect('customer_carts', 'partner_id = {tenant} or {scope} = ''system''');

-- With the last relationship of the two nothing can be ordered, so what was half made goes, too, whoever ends it and however.
create function drop_carts() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  delete from customer_carts c
  where c.partner_id = new.partner_id and c.customer_id = new.customer_id and c.status = 'active'
    and not exists (select from reseller_relationships r where r.partner_id = new.partner_id and r.customer_id = new.customer_id and r.ended_at is null);
  return null;
end $$;
revoke execute on function drop_carts() from public;
create trigger relationships_carts_dropped after update on reseller_relationships for each row when (new.ended_at is not null and old.ended_at is null) execute function drop_carts();
