-- A customer that moves from one partner to another: both partners agree, then the customer consents. The other partner and,
-- by a new partner, the customer are named by domain; whether there are such is told to the proposer by an answer alone.
create table hand_overs (
  id uuid primary key,
  proposer_id uuid not null references partner_profiles,
  from_partner_id uuid references partner_profiles,
  to_partner_id uuid references partner_profiles,
  named_partner_domain text collate "C" not null,
  customer_domain text collate "C" not null,
  customer_id uuid references tenants,
  customer_name text,
  customer_country text check (customer_country ~ '^[A-Z]{2}$'),
  services text[] not null default '{}',
  status text not null check (status in ('proposed', 'agreed', 'accepted', 'declined', 'withdrawn', 'expired', 'ended')),
  created_by uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  agreed_at timestamptz,
  agreed_by uuid,
  answered_at timestamptz,
  answered_by uuid,
  answered_by_tenant uuid,
  note text,
  ended_because text check (ended_because in ('relationshipRemoved', 'partnerSuspended', 'tenantClosed')),
  version integer not null default 1,
  check (proposer_id = from_partner_id or proposer_id = to_partner_id),
  check (from_partner_id <> to_partner_id),
  check ((status in ('agreed', 'accepted')) <= (agreed_at is not null)),
  check ((agreed_at is not null) <= (from_partner_id is not null and to_partner_id is not null and customer_id is not null)),
  check (status <> 'accepted' or answered_by_tenant is not distinct from customer_id),
  check (expires_at > created_at)
);
create unique index one_open_hand_over on hand_overs (from_partner_id, customer_id) where status in ('proposed', 'agreed') and customer_id is not null;
create index hand_overs_from on hand_overs (from_partner_id, created_at desc, id desc) where from_partner_id is not null;
create index hand_overs_to on hand_overs (to_partner_id, created_at desc, id desc) where to_partner_id is not null;
create index hand_overs_of_customer on hand_overs (customer_id, created_at desc, id desc) where customer_id is not null;
create index hand_overs_due on hand_overs (expires_at) where status in ('proposed', 'agreed');
-- The customer comes in only when both partners have agreed.
call protect('hand_overs', 'from_partner_id = {tenant} or to_partner_id = {tenant} or (customer_id = {tenant} and agreed_at is not null) or {scope} = ''system''',
  null, 'select, insert, update');

-- The three know each other's public facts: the other partner those of the proposer at once, the proposer those of the other
-- when it has answered, the customer those of both.
create policy hand_overs_see on tenants for select to vinculo_app using (
  exists (select from hand_overs h where h.from_partner_id = (select current_setting('app.tenant')::uuid) and h.to_partner_id = tenants.id
    and (h.proposer_id = h.to_partner_id or h.agreed_at is not null or h.answered_by_tenant = h.to_partner_id))
  or exists (select from hand_overs h where h.to_partner_id = (select current_setting('app.tenant')::uuid) and h.from_partner_id = tenants.id
    and (h.proposer_id = h.from_partner_id or h.agreed_at is not null or h.answered_by_tenant = h.from_partner_id))
  or exists (select from hand_overs h where h.customer_id = (select current_setting('app.tenant')::uuid) and h.agreed_at is not null
    and (h.from_partner_id = tenants.id or h.to_partner_id = tenants.id)));
create policy hand_overs_see on partner_profiles for select to vinculo_app using (
  exists (select from hand_overs h where h.from_partner_id = (select current_setting('app.tenant')::uuid) and h.to_partner_id = partner_profiles.tenant_id
    and (h.proposer_id = h.to_partner_id or h.agreed_at is not null or h.answered_by_tenant = h.to_partner_id))
  or exists (select from hand_overs h where h.to_partner_id = (select current_setting('app.tenant')::uuid) and h.from_partner_id = partner_profiles.tenant_id
    and (h.proposer_id = h.from_partner_id or h.agreed_at is not null or h.answered_by_tenant = h.from_partner_id))
  or exists (select from hand_overs h where h.customer_id = (select current_setting('app.tenant')::uuid) and h.agreed_at is not null
    and (h.from_partner_id = partner_profiles.tenant_id or h.to_partner_id = partner_profiles.tenant_id)));

-- Which partner of the asker's own cloud and clock has this domain; for the row alone, the asker is never told.
create function hand_over_partner(wanted_domain text) returns uuid
language sql stable security definer set search_path = pg_catalog, public as $$
  select t.id
  from tenants own
  join tenants t on t.cloud = own.cloud and t.sandbox_id is not distinct from own.sandbox_id and t.status <> 'closed' and t.id <> own.id
  join partner_profiles p on p.tenant_id = t.id
  where own.id = current_setting('app.tenant')::uuid
    and (t.primary_domain = wanted_domain or exists (select from tenant_domains d where d.tenant_id = t.id and d.domain = wanted_domain and d.verified_at is not null))
  order by t.primary_domain = wanted_domain desc
  limit 1
$$;

-- The standing of both partners and of whoever spoke for them, and whether the customer is still with the present one: for
-- those who may see the hand-over. With `hold` it stays so until the act has committed (rules R7, R10).
create function hand_over_standing(wanted uuid, hold boolean)
returns table (partner_id uuid, is_suspended boolean, is_closed boolean, in_debt boolean, has_signed boolean, person_status text, person_roles text[], customer_closed boolean, is_related boolean)
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  h hand_overs;
  reader uuid := current_setting('app.tenant')::uuid;
begin
  select * into h from hand_overs where id = wanted;
  if not found or not coalesce(reader = h.from_partner_id, false) and not coalesce(reader = h.to_partner_id, false) and not coalesce(reader = h.customer_id and h.agreed_at is not null, false) then return; end if;
  if hold then
    perform from partner_profiles p where p.tenant_id in (h.from_partner_id, h.to_partner_id) order by p.tenant_id for share;
    perform from people p where p.id in (h.created_by, h.agreed_by) order by p.id for share;
  end if;
  return query
    select f.tenant_id, f.status = 'suspended', t.status = 'closed', f.in_debt, f.agreement_signed_at is not null, p.status, p.roles, c.status = 'closed',
      exists (select from reseller_relationships r where r.partner_id = h.from_partner_id and r.customer_id = h.customer_id and r.ended_at is null)
    from partner_profiles f
    join tenants t on t.id = f.tenant_id
    left join people p on p.id = case when f.tenant_id = h.proposer_id then h.created_by else h.agreed_by end
    left join tenants c on c.id = h.customer_id
    where f.tenant_id in (h.from_partner_id, h.to_partner_id);
end $$;

revoke execute on function hand_over_partner(text), hand_over_standing(uuid, boolean) from public;
grant execute on function hand_over_partner(text), hand_over_standing(uuid, boolean) to vinculo_app;

-- Relationships that a hand-over formed.
alter table reseller_relationships drop constraint reseller_relationships_origin_check;
alter table reseller_relationships add constraint reseller_relationships_origin_check check (origin in ('request', 'partnerLink', 'import', 'creation', 'extension', 'handOver'));
