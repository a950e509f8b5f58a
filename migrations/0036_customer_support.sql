-- Whom a customer calls for one subscription, where that is not who sold it (S0.L2). No row, or one without a contact: the seller.
-- The row holds only for the seller that wrote it; under another seller the default is back.
create table support_contacts (
  partner_id uuid not null references partner_profiles,
  customer_id uuid not null references tenants,
  subscription_id uuid not null references subscriptions (id),
  support_tenant_id uuid references partner_profiles,
  changed_at timestamptz not null,
  -- null where the contact ended by itself
  changed_by uuid,
  version integer not null default 1,
  primary key (partner_id, customer_id, subscription_id),
  check (support_tenant_id <> partner_id)
);
create index support_contacts_of_subscription on support_contacts (subscription_id);
create index support_contacts_by_contact on support_contacts (support_tenant_id, customer_id) where support_tenant_id is not null;
create index support_contacts_of_customer on support_contacts (customer_id);
-- Any of the three may end it, by ending what it rests on.
call protect('support_contacts', 'partner_id = {tenant} or customer_id = {tenant} or support_tenant_id = {tenant} or {scope} in (''operator'', ''system'')',
  'partner_id = {tenant} or customer_id = {tenant} or {scope} in (''operator'', ''system'')', 'select, insert, update');

-- The resellers in partnership with whoever asks that serve this customer too, and whether they hold privileges there; with
-- `hold`, what that rests on stays until the act has committed. Nothing where the asker has no relationship with the customer.
create function support_candidates(customer uuid, wanted uuid, hold boolean)
  returns table (reseller_id uuid, name text, programme_id text, has_privileges boolean)
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  asker uuid := current_setting('app.tenant')::uuid;
begin
  if not exists (select from reseller_relationships r where r.partner_id = asker and r.customer_id = customer and r.ended_at is null) then return; end if;
  if hold then
    perform from partnerships p where p.provider_id = asker and p.reseller_id = wanted and p.status = 'active' for share;
    perform from reseller_relationships r where r.partner_id = wanted and r.customer_id = customer and r.ended_at is null for share;
    perform from delegated_admin_privileges g where g.partner_id = wanted and g.customer_id = customer and g.ended_at is null order by g.service for share;
  end if;
  return query
    select t.id, t.name, f.programme_id,
      exists (select from delegated_admin_privileges g where g.partner_id = t.id and g.customer_id = customer and g.ended_at is null)
    from partnerships p
    join tenants t on t.id = p.reseller_id
    join partner_profiles f on f.tenant_id = p.reseller_id
    where p.provider_id = asker and p.status = 'active' and f.status = 'active' and t.status = 'active' and (wanted is null or p.reseller_id = wanted)
      and exists (select from reseller_relationships r where r.partner_id = p.reseller_id and r.customer_id = customer and r.ended_at is null)
    order by t.name_key, t.id
    limit 200;
end $$;
revoke execute on function support_candidates(uuid, uuid, boolean) from public;
grant execute on function support_candidates(uuid, uuid, boolean) to vinculo_app;

-- Whether a partner still looks after a customer, for one of the two and for the operator that helps them; with `hold` it stays so.
create function partner_looks_after(partner uuid, customer uuid, hold boolean) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  if current_setting('app.tenant')::uuid not in (partner, customer) and current_setting('app.scope') not in ('operator', 'system') then return false; end if;
  if hold then perform from reseller_relationships r where r.partner_id = partner and r.customer_id = customer and r.ended_at is null order by r.id for share; end if;
  return exists (select from reseller_relationships r where r.partner_id = partner and r.customer_id = customer and r.ended_at is null);
end $$;
revoke execute on function partner_looks_after(uuid, uuid, boolean) from public;
grant execute on function partner_looks_after(uuid, uuid, boolean) to vinculo_app;

-- Trouble with a customer's service: filed by the customer, on its behalf by a partner, or by the operator for whoever called.
-- One thread for all who may see it; `desk` says who answers now.
create table service_requests (
  customer_id uuid not null references tenants,
  id uuid not null unique,
  -- the partner that works on it or follows it; null where the operator alone does
  partner_id uuid references partner_profiles,
  desk text not null check (desk in ('partner', 'operator')),
  filed_side text not null check (filed_side in ('customer', 'partner', 'operator')),
  filed_by uuid not null,
  subscription_id uuid references subscriptions (id),
  -- a line of the cloud's manifest; null where it is about none of its services
  service_id text,
  severity text not null check (severity in ('critical', 'moderate', 'minimal')),
  title text not null,
  -- folded for searching
  title_key text collate "C" not null,
  status text not null check (status in ('open', 'attentionNeeded', 'closed')),
  -- why it came to the operator's desk
  moved_because text check (moved_because in ('escalated', 'relationshipEnded')),
  closed_because text check (closed_because in ('tenantClosed')),
  opened_at timestamptz not null,
  -- since when the desk owes an answer
  waiting_since timestamptz,
  changed_at timestamptz not null,
  closed_at timestamptz,
  version integer not null default 1,
  primary key (customer_id, id),
  check (desk = 'operator' or partner_id is not null),
  check ((status = 'open') = (waiting_since is not null)),
  check ((status = 'closed') = (closed_at is not null))
);
create index service_requests_of_customer on service_requests (customer_id, changed_at desc, id desc);
create index service_requests_of_partner on service_requests (partner_id, changed_at desc, id desc) where partner_id is not null;
create index service_requests_of_desk on service_requests (changed_at desc, id desc) where desk = 'operator';
-- What a customer and its partner have between them the operator reads only once it is asked.
call protect('service_requests', 'customer_id = {tenant} or partner_id = {tenant} or {scope} = ''system'' or ({scope} = ''operator'' and desk = ''operator'')', null, 'select, insert, update');

create table service_request_notes (
  customer_id uuid not null,
  id uuid not null unique,
  request_id uuid not null,
  at timestamptz not null,
  side text not null check (side in ('customer', 'partner', 'operator')),
  person_id uuid not null,
  body text not null,
  primary key (customer_id, id),
  foreign key (customer_id, request_id) references service_requests
);
create index notes_of_service_request on service_request_notes (request_id, at, id);
call protect('service_request_notes', 'exists (select from service_requests q where q.id = request_id)', null, 'select, insert');

-- Files as they came, never shown, only handed out; what they are is told from their bytes.
create table service_request_files (
  customer_id uuid not null,
  id uuid not null unique,
  request_id uuid not null,
  at timestamptz not null,
  side text not null check (side in ('customer', 'partner', 'operator')),
  person_id uuid not null,
  name text not null,
  media_type text not null,
  size integer not null,
  sha256 text not null,
  -- null once whoever sent it was erased
  content bytea,
  primary key (customer_id, id),
  foreign key (customer_id, request_id) references service_requests,
  check (content is null or octet_length(content) = size)
);
create index files_of_service_request on service_request_files (request_id, at, id);
call protect('service_request_files', 'exists (select from service_requests q where q.id = request_id)', null, 'select, insert');

-- Whoever is erased stands in no request any more, and what they wrote or sent goes with them.
create function forget_service_requests_of_erased() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  update public.service_requests q set title = '—', title_key = '—' where q.filed_by = new.id;
  update public.service_request_notes n set body = '—' where n.person_id = new.id;
  update public.service_request_files f set name = '—', sha256 = '—', content = null where f.person_id = new.id;
  return new;
end $$;
revoke execute on function forget_service_requests_of_erased() from public;
create trigger erased_person_in_service_requests after update of status on people
  for each row when (new.status = 'erased' and old.status <> 'erased') execute function forget_service_requests_of_erased();
