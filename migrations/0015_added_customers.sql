-- Customers that a partner creates: who made the tenant, its first administrator, and what the partner attests.

-- A temporary password is not a password: it opens no session, only the choice of an own one. Kept apart, so that nothing
-- that asks for a password is ever satisfied by it.
alter table people add column temporary_password_hash text;
alter table people add column temporary_password_expires_at timestamptz;
alter table people add constraint temporary_password_whole
  check ((temporary_password_hash is null) = (temporary_password_expires_at is null));

-- Beside the language: how dates and amounts are written on this partner's bills (S1.L1.7).
alter table customer_accounts add column billing_culture text;

create table created_customers (
  partner_id uuid not null references partner_profiles,
  customer_id uuid not null unique references tenants,
  administrator_id uuid not null,
  -- of the country's register; asked in some countries only (S1.L1.8)
  registration_number text,
  created_at timestamptz not null,
  created_by uuid not null,
  primary key (partner_id, customer_id),
  foreign key (customer_id, administrator_id) references people (tenant_id, id)
);
call protect('created_customers', 'partner_id = {tenant} or customer_id = {tenant} or {scope} = ''system''', 'partner_id = {tenant}', 'select, insert');

-- A partner states that the customer accepted the agreement (D.6). Each partner its own; written once, never changed.
create table attestations (
  partner_id uuid not null references partner_profiles,
  customer_id uuid not null references tenants,
  id uuid not null unique,
  version_id uuid not null references agreement_versions,
  first_name text not null,
  last_name text not null,
  mail text not null,
  phone text,
  -- a day in the partner's time zone
  agreed_on date not null,
  attested_at timestamptz not null,
  attested_by uuid not null,
  primary key (partner_id, customer_id, id)
);
create index attestations_by_time on attestations (partner_id, customer_id, attested_at desc);
create index attestations_of_customer on attestations (customer_id, attested_at desc, id desc);
call protect('attestations', 'partner_id = {tenant} or customer_id = {tenant} or {scope} = ''system''', 'partner_id = {tenant}', 'select, insert');

-- Whether the domain of a new organization is used anywhere, in whichever cloud: sign-in names are unique among all of them.
create function domain_is_used(wanted_domain text) returns boolean
language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (select from public.tenants where primary_domain = wanted_domain)
    or exists (select from public.tenant_domains where domain = wanted_domain and verified_at is not null)
$$;

-- How far the first administrator of a customer is that the asking partner created: the name it was told already, and
-- whether the credentials may still be issued again. Nothing about anybody else, and nothing after the relationship.
create function created_administrator(wanted_customer uuid)
returns table (person_id uuid, user_principal_name text, status text, has_temporary_password boolean, temporary_until timestamptz)
language sql stable security definer set search_path = pg_catalog, public as $$
  select p.id, p.user_principal_name, p.status, p.temporary_password_hash is not null, p.temporary_password_expires_at
  from public.created_customers c
  join public.people p on p.tenant_id = c.customer_id and p.id = c.administrator_id
  where c.customer_id = wanted_customer and c.partner_id = current_setting('app.tenant')::uuid
    and exists (select from public.reseller_relationships r where r.partner_id = c.partner_id and r.customer_id = c.customer_id and r.ended_at is null)
$$;

create index tenants_by_domain on tenants (primary_domain);

revoke execute on function domain_is_used(text), created_administrator(uuid) from public;
grant execute on function domain_is_used(text), created_administrator(uuid) to vinculo_app;
