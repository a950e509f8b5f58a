-- Partnerships between an indirect provider and its indirect resellers (D.3). A row begins as the provider's request with a
-- link of its own; whichever reseller authorises it first is named then, and the row lives on as the partnership.
create table partnerships (
  provider_id uuid not null references partner_profiles,
  id uuid not null unique,
  reseller_id uuid references partner_profiles,
  status text not null check (status in ('draft', 'shared', 'active', 'declined', 'withdrawn', 'expired', 'removed')),
  -- how the provider calls whom it asks; for its own list and the letter's greeting
  named_company text,
  name_key text collate "C" not null default '',
  language text not null,
  subject text not null,
  body text not null,
  secret_hash bytea not null unique,
  sealed_secret bytea not null,
  created_by uuid not null,
  created_at timestamptz not null,
  shared_at timestamptz,
  expires_at timestamptz not null,
  answered_at timestamptz,
  answered_by uuid,
  -- why the last one who came could not go on (decision 6)
  blocked_reason text,
  blocked_at timestamptz,
  ended_at timestamptz,
  ended_by uuid,
  ended_by_tenant uuid,
  end_reason text,
  -- of the good-faith statement that was shown to whoever removed it
  end_statement_sha256 bytea,
  version integer not null default 1,
  primary key (provider_id, id),
  check (provider_id <> reseller_id),
  check ((status in ('active', 'removed')) <= (reseller_id is not null)),
  check (expires_at > created_at)
);
create unique index one_active_partnership on partnerships (provider_id, reseller_id) where status = 'active';
create index partnerships_of_provider on partnerships (provider_id, created_at desc, id desc);
create index partnerships_of_reseller on partnerships (reseller_id, created_at desc, id desc) where reseller_id is not null;
create index partnerships_due on partnerships (expires_at) where status in ('draft', 'shared');
call protect('partnerships', 'provider_id = {tenant} or reseller_id = {tenant} or secret_hash = {secret} or {scope} = ''system''');

-- The two sides of a partnership know each other's public facts; so does whoever holds the link, of the provider.
create policy partners_see on tenants for select to vinculo_app using (
  exists (select from partnerships p where p.reseller_id = (select current_setting('app.tenant')::uuid) and p.provider_id = tenants.id)
  or exists (select from partnerships p where p.provider_id = (select current_setting('app.tenant')::uuid) and p.reseller_id = tenants.id)
  or exists (select from partnerships p where p.secret_hash = (select decode(current_setting('app.secret'), 'hex')) and p.provider_id = tenants.id));
create policy partners_see on partner_profiles for select to vinculo_app using (
  exists (select from partnerships p where p.reseller_id = (select current_setting('app.tenant')::uuid) and p.provider_id = partner_profiles.tenant_id)
  or exists (select from partnerships p where p.provider_id = (select current_setting('app.tenant')::uuid) and p.reseller_id = partner_profiles.tenant_id)
  or exists (select from partnerships p where p.secret_hash = (select decode(current_setting('app.secret'), 'hex')) and p.provider_id = partner_profiles.tenant_id));

-- What the holder of a partnership link may know about the provider beside its public facts, and whether the person who asked
-- still may. With `hold` it stays so until the act has committed (as invitation_standing does for customers).
create function partnership_standing(hash bytea, hold boolean)
returns table (is_suspended boolean, is_closed boolean, asker_status text, asker_roles text[])
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  asking uuid;
  asker uuid;
begin
  select p.provider_id, p.created_by into asking, asker from partnerships p where p.secret_hash = hash;
  if not found then return; end if;
  if hold then
    perform from partner_profiles f where f.tenant_id = asking for share;
    perform from people p where p.id = asker for share;
  end if;
  return query
    select f.status = 'suspended', t.status = 'closed', p.status, p.roles
    from partner_profiles f
    join tenants t on t.id = f.tenant_id
    left join people p on p.id = asker
    where f.tenant_id = asking;
end $$;

-- Whether the two partners of a joint request are still in partnership: the customer that answers sees no partnerships, and
-- the answer holds this one, so that removing it waits or is seen. True for every link that names one partner.
create function joint_partnership_stands(hash bytea, hold boolean) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  reseller uuid;
  provider uuid;
begin
  select q.partner_id, q.second_partner_id into reseller, provider from relationship_requests q where q.secret_hash = hash;
  if provider is null then return true; end if;
  if hold then perform from partnerships p where p.provider_id = provider and p.reseller_id = reseller and p.status = 'active' for share; end if;
  return exists (select from partnerships p where p.provider_id = provider and p.reseller_id = reseller and p.status = 'active');
end $$;

revoke execute on function partnership_standing(bytea, boolean), joint_partnership_stands(bytea, boolean) from public;
grant execute on function partnership_standing(bytea, boolean), joint_partnership_stands(bytea, boolean) to vinculo_app;
