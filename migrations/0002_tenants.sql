-- A tenant may be customer and partner at once and lives in exactly one cloud.
create table tenants (
  id uuid primary key,
  cloud text not null references clouds,
  name text not null,
  -- written by the application (domain/names searchKey): prefix search under row-level security needs a leakproof range
  name_key text collate "C" not null,
  country text not null check (country ~ '^[A-Z]{2}$'),
  primary_domain text collate "C" not null check (primary_domain = lower(primary_domain)),
  language text not null,
  time_zone text not null,
  is_customer boolean not null default false,
  is_operator boolean not null default false,
  origin text not null check (origin in ('setUp', 'operatorImport', 'enrolment', 'selfRegistration', 'createdByPartner', 'openIdProvider')),
  status text not null default 'active' check (status in ('active', 'closed')),
  sandbox_id uuid references sandboxes,
  contact_name text,
  contact_mail text,
  contact_phone text,
  created_at timestamptz not null,
  version integer not null default 1,
  unique (cloud, primary_domain)
);

create table tenant_domains (
  tenant_id uuid not null references tenants,
  domain text collate "C" not null,
  verified_at timestamptz,
  primary key (tenant_id, domain)
);
create unique index verified_domain_once on tenant_domains (domain) where verified_at is not null;

-- Present exactly when the tenant is a partner.
create table partner_profiles (
  tenant_id uuid primary key references tenants,
  kinds text[] not null check (kinds <@ array['directBill', 'indirectProvider', 'indirectReseller'] and cardinality(kinds) > 0),
  -- the programme's location id, as it stands on orders; not the tenant id
  programme_id text not null check (programme_id ~ '^[0-9]{1,10}$'),
  status text not null default 'active' check (status in ('active', 'suspended')),
  in_debt boolean not null default false,
  status_reason text,
  verified_at timestamptz,
  verified_by uuid,
  verification_method text,
  agreement_signed_at timestamptz,
  enrolled_at timestamptz not null,
  version integer not null default 1,
  check ((verified_at is null) = (verification_method is null))
);

-- A person is one row per tenant, whether or not they can sign in here.
create table people (
  tenant_id uuid not null references tenants,
  id uuid not null unique,
  user_principal_name text not null,
  user_principal_name_key text collate "C" not null unique,
  display_name text not null,
  mail text,
  mail_confirmed_at timestamptz,
  language text,
  roles text[] not null default '{}',
  status text not null default 'active' check (status in ('invited', 'active', 'disabled', 'erased')),
  password_hash text,
  password_changed_at timestamptz,
  totp_seed bytea,
  totp_confirmed_at timestamptz,
  totp_last_step bigint,
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (tenant_id, id)
);
create index people_by_name on people (tenant_id, lower(display_name) collate "C", id);

create table recovery_codes (
  tenant_id uuid not null,
  person_id uuid not null,
  code_hash bytea not null,
  created_at timestamptz not null,
  used_at timestamptz,
  primary key (tenant_id, person_id, code_hash),
  foreign key (tenant_id, person_id) references people
);

create table sessions (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  secret_hash bytea not null unique,
  portal text not null check (portal in ('partner', 'customer', 'operator')),
  -- null once complete; otherwise what the person still owes before the session opens anything
  awaits text check (awaits in ('secondFactor', 'secondFactorEnrolment')),
  authenticated_by text[] not null,
  stepped_up_at timestamptz,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  address text,
  user_agent text,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references people
);
create index sessions_by_person on sessions (tenant_id, person_id) where ended_at is null;

-- Password resets, colleague invitations, confirmations of mail addresses: shown once, kept as a hash, used once.
create table one_time_secrets (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('passwordReset', 'personInvitation', 'mailConfirmation')),
  person_id uuid not null,
  secret_hash bytea not null unique,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references people
);

-- A customer without a tenant registers on the way to its invitation (decision 27); nothing exists until the mail is confirmed.
create table registrations (
  id uuid primary key,
  secret_hash bytea not null unique,
  code_hash bytea not null,
  attempts integer not null default 0,
  cloud text not null references clouds,
  company_name text not null,
  country text not null,
  language text not null,
  display_name text not null,
  mail text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  confirmed_at timestamptz,
  tenant_id uuid references tenants
);
call protect('registrations', 'secret_hash = {secret} or {scope} = ''operator''');

-- The doors for somebody who is not yet known: by a secret's hash or by the name typed into the sign-in form, never by listing.
create function find_session(hash bytea)
returns table (
  session_id uuid, portal text, awaits text, authenticated_by text[], stepped_up_at timestamptz, session_created_at timestamptz,
  last_seen_at timestamptz, expires_at timestamptz, ended_at timestamptz,
  person_id uuid, display_name text, user_principal_name text, mail text, language text, roles text[], person_status text,
  has_totp boolean, tenant_id uuid, tenant_name text, cloud text, country text, time_zone text, is_customer boolean,
  is_operator boolean, tenant_status text, partner_kinds text[], partner_status text, clock_offset interval
)
language sql stable security definer set search_path = pg_catalog, public as $$
  select s.id, s.portal, s.awaits, s.authenticated_by, s.stepped_up_at, s.created_at, s.last_seen_at, s.expires_at, s.ended_at,
    p.id, p.display_name, p.user_principal_name, p.mail, p.language, p.roles, p.status, p.totp_confirmed_at is not null,
    t.id, t.name, t.cloud, t.country, t.time_zone, t.is_customer, t.is_operator, t.status, f.kinds, f.status,
    coalesce(b.clock_offset, interval '0')
  from public.sessions s
  join public.people p on p.tenant_id = s.tenant_id and p.id = s.person_id
  join public.tenants t on t.id = s.tenant_id
  left join public.partner_profiles f on f.tenant_id = t.id
  left join public.sandboxes b on b.id = t.sandbox_id
  where s.secret_hash = hash
$$;

create function find_person(wanted uuid)
returns table (
  person_id uuid, display_name text, user_principal_name text, mail text, language text, roles text[], person_status text,
  has_totp boolean, tenant_id uuid, tenant_name text, cloud text, country text, time_zone text, is_customer boolean,
  is_operator boolean, tenant_status text, partner_kinds text[], partner_status text, clock_offset interval
)
language sql stable security definer set search_path = pg_catalog, public as $$
  select p.id, p.display_name, p.user_principal_name, p.mail, p.language, p.roles, p.status, p.totp_confirmed_at is not null,
    t.id, t.name, t.cloud, t.country, t.time_zone, t.is_customer, t.is_operator, t.status, f.kinds, f.status,
    coalesce(b.clock_offset, interval '0')
  from public.people p
  join public.tenants t on t.id = p.tenant_id
  left join public.partner_profiles f on f.tenant_id = t.id
  left join public.sandboxes b on b.id = t.sandbox_id
  where p.id = wanted
$$;

create function tenant_of_person_name(name_key text) returns uuid
language sql stable security definer set search_path = pg_catalog, public as $$
  select tenant_id from public.people where user_principal_name_key = name_key
$$;

create function tenant_of_one_time_secret(hash bytea) returns uuid
language sql stable security definer set search_path = pg_catalog, public as $$
  select tenant_id from public.one_time_secrets where secret_hash = hash
$$;

create function domain_is_taken(wanted_cloud text, wanted_domain text) returns boolean
language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (select from public.tenants where cloud = wanted_cloud and primary_domain = wanted_domain)
    or exists (select from public.tenant_domains where domain = wanted_domain and verified_at is not null)
$$;

revoke execute on function find_session(bytea), find_person(uuid), tenant_of_person_name(text),
  tenant_of_one_time_secret(bytea), domain_is_taken(text, text) from public;
grant execute on function find_session(bytea), find_person(uuid), tenant_of_person_name(text),
  tenant_of_one_time_secret(bytea), domain_is_taken(text, text) to vinculo_app;
