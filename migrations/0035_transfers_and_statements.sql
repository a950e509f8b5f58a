-- Each later cycle is a row of the ledger, too: booked once, at the moment that it begins, by whoever comes first of the schedule
-- and the next act on the subscription. Until when it is paid stands on the subscription.
alter table subscriptions add column billed_until timestamptz;
update subscriptions set billed_until = case billing_cycle
    when 'monthly' then ((started_at at time zone 'utc') + interval '1 month') at time zone 'utc'
    when 'annual' then ((started_at at time zone 'utc') + interval '12 months') at time zone 'utc'
    when 'triennial' then ((started_at at time zone 'utc') + interval '36 months') at time zone 'utc'
    else started_at + interval '30 days' end
  where started_at is not null;
create index subscriptions_to_bill on subscriptions (billed_until) where status in ('active', 'suspended');

-- A line of the ledger reads the same for ever: what it was about and who was on record stand on it, whoever sells it later.
alter table subscription_charges
  add column reseller_id uuid references partner_profiles,
  add column product_id text collate "C",
  add column sku_id text collate "C",
  add column offer_name_en text,
  add column offer_name_es text;
update subscription_charges c set reseller_id = s.reseller_id, product_id = s.product_id, sku_id = s.sku_id, offer_name_en = s.offer_name_en, offer_name_es = s.offer_name_es
  from subscriptions s where s.id = c.subscription_id;
alter table subscription_charges drop constraint subscription_charges_kind_check;
alter table subscription_charges add constraint subscription_charges_kind_check
  check (kind in ('purchase', 'quantityChange', 'cancellation', 'conversion', 'cycle', 'reactivation', 'transferOut', 'transferIn'));
create unique index each_cycle_once on subscription_charges (subscription_id, period_from) where kind = 'cycle';
-- A statement is a month of them.
create index charges_by_time on subscription_charges (partner_id, customer_id, at, subscription_id, number);

-- Subscriptions that change their seller. The seller offers them, of its own accord or asked by the partner that wants them, and
-- that partner accepts. The other partner is named by domain; whether there is such a one is told by its answer alone.
create table subscription_transfers (
  id uuid primary key,
  customer_id uuid not null references tenants,
  proposer_id uuid not null references partner_profiles,
  from_partner_id uuid references partner_profiles,
  to_partner_id uuid references partner_profiles,
  named_partner_domain text collate "C" not null,
  status text not null check (status in ('asked', 'offered', 'completed', 'declined', 'withdrawn', 'expired')),
  -- the seller goes on as the indirect reseller on record
  stays_as_reseller boolean not null,
  created_by uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  offered_at timestamptz,
  offered_by uuid,
  answered_at timestamptz,
  answered_by uuid,
  answered_by_tenant uuid,
  note text,
  version integer not null default 1,
  check (proposer_id = from_partner_id or proposer_id = to_partner_id),
  check (from_partner_id <> to_partner_id),
  check ((status = 'asked') <= (proposer_id = to_partner_id)),
  check ((status in ('offered', 'completed')) <= (offered_at is not null)),
  check ((status = 'completed') <= (from_partner_id is not null and to_partner_id is not null)),
  check (expires_at > created_at)
);
create unique index one_open_ask on subscription_transfers (to_partner_id, customer_id, named_partner_domain) where status = 'asked';
create index transfers_from on subscription_transfers (from_partner_id, created_at desc, id desc) where from_partner_id is not null;
create index transfers_to on subscription_transfers (to_partner_id, created_at desc, id desc) where to_partner_id is not null;
create index transfers_of_customer on subscription_transfers (customer_id, created_at desc, id desc);
create index transfers_due on subscription_transfers (expires_at) where status in ('asked', 'offered');
-- A partner that was only named sees it while the customer is its own, too.
call protect('subscription_transfers',
  'from_partner_id = {tenant} or customer_id = {tenant} or proposer_id = {tenant} or {scope} = ''system''
   or (to_partner_id = {tenant} and (status = ''completed''
     or exists (select from reseller_relationships r where r.partner_id = {tenant} and r.customer_id = subscription_transfers.customer_id and r.ended_at is null)))',
  null, 'select, insert, update');

-- What moves. Once it has moved, as it was at that moment, and what the old seller was given back, which the new one pays.
create table subscription_transfer_items (
  transfer_id uuid not null references subscription_transfers,
  subscription_id uuid not null references subscriptions (id),
  is_add_on boolean not null,
  offer_name_en text not null,
  offer_name_es text not null,
  quantity integer not null,
  currency text not null,
  amount numeric(24, 0),
  is_open boolean not null,
  primary key (transfer_id, subscription_id)
);
create unique index one_open_transfer on subscription_transfer_items (subscription_id) where is_open;
call protect('subscription_transfer_items', '{scope} = ''system'' or exists (select from subscription_transfers t where t.id = transfer_id)', null, 'select, insert, update');
