-- The programme id may come after enrolment (S4.L1.6); until there is one, and the partner agreement is signed, nobody asks for anything.
alter table partner_profiles alter column programme_id drop not null;

-- What an operator found out while a partner was enrolled: who, when, how; a second look replaces the first, the events keep both.
create table enrolment_checks (
  partner_id uuid not null references partner_profiles,
  step text not null check (step in ('programmeId', 'legalDetails', 'agreement')),
  recorded_at timestamptz not null,
  recorded_by uuid,
  note text,
  primary key (partner_id, step)
);
call protect('enrolment_checks', 'partner_id = {tenant} or {scope} in (''operator'', ''system'')', '{scope} in (''operator'', ''system'')');

-- The firm behind a partner as the register knows it, and whom customers may turn to.
create table partner_legal_details (
  partner_id uuid primary key references partner_profiles,
  legal_name text not null,
  address_line1 text not null,
  address_line2 text,
  city text not null,
  state text,
  postal_code text,
  contact_name text not null,
  contact_mail text not null,
  contact_phone text,
  support_mail text not null,
  support_phone text
);
call protect('partner_legal_details', 'partner_id = {tenant} or {scope} in (''operator'', ''system'')', '{scope} in (''operator'', ''system'')',
  'select, insert, update');

-- The contract between partner and operator. As with customer agreements a text never changes once published.
create table partner_agreement_versions (
  id uuid primary key,
  cloud text not null references clouds,
  number integer not null,
  published_at timestamptz not null,
  published_by uuid,
  unique (cloud, number)
);
create table partner_agreement_texts (
  version_id uuid not null references partner_agreement_versions,
  language text not null,
  title text not null,
  body text not null,
  sha256 bytea not null check (sha256 = sha256(convert_to(body, 'UTF8'))),
  primary key (version_id, language)
);
call protect('partner_agreement_versions', 'true', '{scope} in (''operator'', ''system'')', 'select, insert');
call protect('partner_agreement_texts', 'true', '{scope} in (''operator'', ''system'')', 'select, insert');

-- Written once, never changed: which bytes, by whom, and how the signer was known.
create table partner_agreement_signatures (
  partner_id uuid not null references partner_profiles,
  id uuid not null,
  version_id uuid not null references partner_agreement_versions,
  language text not null,
  sha256 bytea not null,
  person_id uuid not null,
  role text not null,
  signed_at timestamptz not null,
  authenticated_by text[] not null,
  session_id uuid,
  address text,
  user_agent text,
  trace_id text,
  primary key (partner_id, id),
  unique (partner_id, version_id),
  foreign key (version_id, language) references partner_agreement_texts
);
call protect('partner_agreement_signatures', 'partner_id = {tenant} or {scope} in (''operator'', ''system'')', 'partner_id = {tenant}', 'select, insert');

-- Who runs the installation, for acts of a partner that operators read too: the ids alone.
create function operator_tenants() returns setof uuid
language sql stable security definer set search_path = pg_catalog, public as $$
  select id from public.tenants where is_operator
$$;
revoke execute on function operator_tenants() from public;
grant execute on function operator_tenants() to vinculo_app;

-- A closed tenant keeps what it signed and what was done to it; nobody of it signs in, and no partner asks it for anything.
alter table tenants add column closed_at timestamptz;
-- The partner no longer sees the tenant's own row once the relationship has ended, but asking it again has to be refused.
alter table customer_accounts add column customer_closed_at timestamptz;

-- A customer agreement that is being written: nobody is shown it, and it may be incomplete.
create table agreement_drafts (
  id uuid primary key,
  cloud text not null references clouds,
  country text check (country ~ '^[A-Z]{2}$'),
  must_sign_again boolean not null,
  texts jsonb not null,
  changed_at timestamptz not null,
  changed_by uuid,
  version integer not null default 1
);
call protect('agreement_drafts', '{scope} = ''operator''');

-- What waits in the job queue, by task; graphile-worker keeps its tables to their owner, and an operator reads counts alone.
create function job_counts() returns table (task text, waiting bigint, failing bigint, oldest timestamptz)
language sql stable security definer set search_path = pg_catalog, public as $$
  select j.task_identifier, count(*) filter (where j.attempts = 0), count(*) filter (where j.attempts > 0), min(j.run_at)
  from graphile_worker.jobs j group by j.task_identifier
$$;
revoke execute on function job_counts() from public;
grant execute on function job_counts() to vinculo_app;
