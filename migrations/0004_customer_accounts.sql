-- What one partner keeps about one customer: the name on its list and bills, tags, billing profile.
-- Renaming here changes this partner's list and bills and nothing else (S4.L6.2).
create table customer_accounts (
  partner_id uuid not null references partner_profiles,
  customer_id uuid not null references tenants,
  company_name text not null,
  name_key text collate "C" not null,
  primary_domain text collate "C" not null,
  search_text text not null generated always as (name_key || ' ' || primary_domain) stored,
  country text not null,
  tags text[] not null default '{}',
  channels text[] not null,
  -- kept by the trigger below, so that the list can filter without looking at grants
  privileged_services text[] not null default '{}',
  related_since timestamptz not null,
  -- null while any reseller relationship is active; ended customers leave the list
  ended_at timestamptz,
  billing_mail text,
  billing_language text,
  billing_first_name text,
  billing_last_name text,
  billing_phone text,
  address_line1 text,
  address_line2 text,
  city text,
  state text,
  postal_code text,
  version integer not null default 1,
  primary key (partner_id, customer_id)
);
create index customers_by_name on customer_accounts (partner_id, name_key, customer_id) where ended_at is null;
create index customers_by_domain on customer_accounts (partner_id, primary_domain, customer_id) where ended_at is null;
create index customers_by_country on customer_accounts (partner_id, country, name_key, customer_id) where ended_at is null;
create index customers_by_since on customer_accounts (partner_id, related_since desc, customer_id desc) where ended_at is null;
create index customers_by_tag on customer_accounts using gin (partner_id, tags) where ended_at is null;
create index customers_inside on customer_accounts using gin (search_text gin_trgm_ops) where ended_at is null;
call protect('customer_accounts', 'partner_id = {tenant} or customer_id = {tenant} or {scope} = ''system''');

create function keep_privileged_services() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  update public.customer_accounts a set privileged_services = coalesce((
    select array_agg(g.service order by g.service) from public.delegated_admin_privileges g
    where g.partner_id = new.partner_id and g.customer_id = new.customer_id and g.ended_at is null), '{}')
  where a.partner_id = new.partner_id and a.customer_id = new.customer_id;
  return null;
end $$;
create trigger keep_privileged_services after insert or update of ended_at on delegated_admin_privileges
  for each row execute function keep_privileged_services();
revoke execute on function keep_privileged_services() from public;

-- Who sees a tenant's own row: itself, its partners while related, its customers, and whoever holds a partner's link.
call protect('tenants',
  'id = {tenant} or {scope} in (''operator'', ''system'')
   or exists (select from reseller_relationships r where r.partner_id = {tenant} and r.customer_id = tenants.id and r.ended_at is null)
   or exists (select from reseller_relationships r where r.customer_id = {tenant} and r.partner_id = tenants.id)
   or exists (select from delegated_admin_privileges g where g.customer_id = {tenant} and g.partner_id = tenants.id)
   or exists (select from delegated_admin_privileges g where g.partner_id = {tenant} and g.customer_id = tenants.id and g.ended_at is null)
   or exists (select from relationship_requests q where q.secret_hash = {secret} and tenants.id in (q.partner_id, q.second_partner_id))
   or exists (select from partner_links l where l.secret_hash = {secret} and l.partner_id = tenants.id)',
  'id = {tenant} or {scope} in (''operator'', ''system'')
   or exists (select from delegated_admin_privileges g where g.partner_id = {tenant} and g.customer_id = tenants.id and g.ended_at is null)',
  'select, insert, update');

call protect('partner_profiles',
  'tenant_id = {tenant} or {scope} in (''operator'', ''system'')
   or exists (select from reseller_relationships r where r.customer_id = {tenant} and r.partner_id = partner_profiles.tenant_id)
   or exists (select from delegated_admin_privileges g where g.customer_id = {tenant} and g.partner_id = partner_profiles.tenant_id)
   or exists (select from relationship_requests q where q.secret_hash = {secret} and partner_profiles.tenant_id in (q.partner_id, q.second_partner_id))
   or exists (select from partner_links l where l.secret_hash = {secret} and l.partner_id = partner_profiles.tenant_id)',
  'tenant_id = {tenant} or {scope} in (''operator'', ''system'')',
  'select, insert, update');

-- A partner with privileges may look at the people of its customer (on behalf, S0.L1.8); a session or secret shows its own person.
call protect('people',
  'tenant_id = {tenant} or {scope} in (''operator'', ''system'')
   or exists (select from delegated_admin_privileges g where g.partner_id = {tenant} and g.customer_id = people.tenant_id and g.ended_at is null)',
  'tenant_id = {tenant} or {scope} in (''operator'', ''system'')', 'select, insert, update');
call protect('tenant_domains', 'tenant_id = {tenant} or {scope} in (''operator'', ''system'')');
call protect('recovery_codes', 'tenant_id = {tenant} or {scope} in (''operator'', ''system'')');
call protect('sessions', 'tenant_id = {tenant} or {scope} in (''operator'', ''system'')');
call protect('one_time_secrets', 'tenant_id = {tenant} or {scope} in (''operator'', ''system'')');

-- Names of the people in events, for readers on the other side: display name and organisation, nothing else.
create function names_of_people(wanted uuid[]) returns table (id uuid, display_name text, tenant_id uuid, tenant_name text)
language sql stable security definer set search_path = pg_catalog, public as $$
  select p.id, case when p.status = 'erased' then null else p.display_name end, p.tenant_id, t.name
  from public.people p join public.tenants t on t.id = p.tenant_id where p.id = any (wanted)
$$;
revoke execute on function names_of_people(uuid[]) from public;
grant execute on function names_of_people(uuid[]) to vinculo_app;

-- Search inside names and domains. Trigram operators are not leakproof, so under row-level security no index would be used;
-- this door keeps its own tenant predicate and is planned anew for each tenant, whose sizes differ by orders of magnitude.
create function customers_containing(wanted_partner uuid, pattern text, after_key text, after_id uuid, wanted_country text, wanted_tag text, most integer)
returns setof customer_accounts
language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  if wanted_partner is distinct from current_setting('app.tenant')::uuid then
    raise exception 'not this tenant' using errcode = '42501';
  end if;
  return query execute
    'select * from customer_accounts where partner_id = $1 and ended_at is null and search_text like $2
       and ($3::text is null or (name_key, customer_id) > ($3::text collate "C", $4))
       and ($5::text is null or country = $5) and ($6::text is null or tags @> array[$6])
     order by name_key, customer_id limit $7'
  using wanted_partner, pattern, after_key, after_id, wanted_country, wanted_tag, most;
end $$;
revoke execute on function customers_containing(uuid, text, text, uuid, text, text, integer) from public;
grant execute on function customers_containing(uuid, text, text, uuid, text, text, integer) to vinculo_app;
