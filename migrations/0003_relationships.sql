-- The reusable link of a partner account (rule R1): bound to the partner, without customer data, grants nothing by itself.
create table partner_links (
  partner_id uuid not null references partner_profiles,
  id uuid not null,
  secret_hash bytea not null unique,
  -- encrypted with the key file, so that it can be shown again to those who may ask (rule R3)
  sealed_secret bytea not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (partner_id, id)
);
create unique index one_partner_link on partner_links (partner_id) where ended_at is null;
call protect('partner_links', 'partner_id = {tenant} or secret_hash = {secret} or {scope} in (''operator'', ''system'')',
  'partner_id = {tenant} or {scope} in (''operator'', ''system'')');

-- One tracked invitation with its own link. It may name one customer (tenant, domain or only a country) or none,
-- and one partner or two (the joint link).
create table relationship_requests (
  partner_id uuid not null references partner_profiles,
  id uuid not null unique,
  second_partner_id uuid references partner_profiles,
  kind text not null check (kind in ('establish', 'restorePrivileges')),
  status text not null check (status in ('draft', 'shared', 'opened', 'accepted', 'declined', 'withdrawn', 'expired')),
  named_customer_id uuid,
  named_domain text collate "C",
  named_country text check (named_country ~ '^[A-Z]{2}$'),
  named_company text,
  services text[] not null,
  language text not null,
  subject text not null,
  body text not null,
  secret_hash bytea not null unique,
  sealed_secret bytea not null,
  -- the request that this one was sent again for, or that it reinstates
  follows_id uuid,
  customer_id uuid references tenants,
  decline_reason text,
  created_by uuid not null,
  created_at timestamptz not null,
  shared_at timestamptz,
  opened_at timestamptz,
  answered_at timestamptz,
  answered_by uuid,
  reminded_at timestamptz,
  fresh_link_asked_at timestamptz,
  expires_at timestamptz not null,
  version integer not null default 1,
  primary key (partner_id, id),
  check (kind = 'establish' or cardinality(services) > 0),
  check ((status = 'accepted') <= (customer_id is not null)),
  check (expires_at > created_at)
);
create index requests_by_time on relationship_requests (partner_id, created_at desc, id desc);
create index requests_by_status on relationship_requests (partner_id, status, created_at desc, id desc);
create index requests_of_customer on relationship_requests (customer_id, answered_at desc) where customer_id is not null;
create index requests_due on relationship_requests (expires_at) where status in ('draft', 'shared', 'opened');
call protect('relationship_requests',
  'partner_id = {tenant} or second_partner_id = {tenant} or customer_id = {tenant} or secret_hash = {secret} or {scope} = ''system''');

-- Who came to the page of a request and what stopped them. Names of organisations that have no tie stay out.
create table request_visits (
  partner_id uuid not null,
  request_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  outcome text not null check (outcome in ('opened', 'blocked')),
  reason_code text,
  visitor text not null check (visitor in ('notSignedIn', 'namedOrganisation', 'anotherOrganisation', 'anOrganisation')),
  primary key (partner_id, request_id, id),
  foreign key (partner_id, request_id) references relationship_requests
);
call protect('request_visits', 'partner_id = {tenant} or {scope} = ''system''',
  'partner_id = {tenant} or {scope} = ''system'' or exists (select from relationship_requests r where r.partner_id = request_visits.partner_id and r.id = request_visits.request_id and r.secret_hash = {secret})',
  'select, insert');

-- Agreements are the operator's; texts of a version never change once published (the hash is of the exact bytes).
create table agreement_versions (
  id uuid primary key,
  cloud text not null references clouds,
  country text check (country ~ '^[A-Z]{2}$'),
  number integer not null,
  must_sign_again boolean not null default false,
  published_at timestamptz not null,
  published_by uuid,
  unique nulls not distinct (cloud, country, number)
);
create table agreement_texts (
  version_id uuid not null references agreement_versions,
  language text not null,
  title text not null,
  body text not null,
  sha256 bytea not null check (sha256 = sha256(convert_to(body, 'UTF8'))),
  primary key (version_id, language)
);
call protect('agreement_versions', 'true', '{scope} in (''operator'', ''system'')', 'select, insert');
call protect('agreement_texts', 'true', '{scope} in (''operator'', ''system'')', 'select, insert');

create table signatures (
  customer_id uuid not null references tenants,
  id uuid not null,
  version_id uuid not null references agreement_versions,
  language text not null,
  sha256 bytea not null,
  person_id uuid not null,
  role text not null,
  signed_at timestamptz not null,
  partner_id uuid,
  request_id uuid,
  -- how the signer was known, from where and in which session: the evidence of flow F3
  authenticated_by text[] not null,
  session_id uuid,
  address text,
  user_agent text,
  trace_id text,
  primary key (customer_id, id),
  unique (customer_id, version_id),
  foreign key (version_id, language) references agreement_texts
);

create table reseller_relationships (
  partner_id uuid not null references partner_profiles,
  customer_id uuid not null references tenants,
  id uuid not null unique,
  channel text not null check (channel in ('direct', 'indirectReseller', 'indirectProvider')),
  started_at timestamptz not null,
  request_id uuid,
  signature_id uuid,
  origin text not null check (origin in ('request', 'partnerLink', 'import', 'creation', 'extension')),
  ended_at timestamptz,
  ended_by uuid,
  end_reason text,
  end_statement_sha256 bytea,
  version integer not null default 1,
  primary key (partner_id, customer_id, id),
  foreign key (customer_id, signature_id) references signatures (customer_id, id)
);
create unique index one_active_relationship on reseller_relationships (partner_id, customer_id, channel) where ended_at is null;
create index relationships_of_customer on reseller_relationships (customer_id, partner_id, started_at);
call protect('reseller_relationships', 'partner_id = {tenant} or customer_id = {tenant} or {scope} = ''system''');

-- One row per partner, customer and service; no end date of its own (product: "shown as no end").
create table delegated_admin_privileges (
  partner_id uuid not null references partner_profiles,
  customer_id uuid not null references tenants,
  service text not null,
  id uuid not null unique,
  granted_at timestamptz not null,
  granted_by uuid not null,
  request_id uuid,
  -- set from the cloud: there only one transacting partner may hold a service (S2.23)
  is_exclusive boolean not null default false,
  ended_at timestamptz,
  ended_by uuid,
  end_reason text,
  version integer not null default 1,
  primary key (partner_id, customer_id, service, id)
);
create unique index one_active_grant on delegated_admin_privileges (partner_id, customer_id, service) where ended_at is null;
create unique index one_exclusive_grant on delegated_admin_privileges (customer_id, service) where ended_at is null and is_exclusive;
create index grants_of_customer on delegated_admin_privileges (customer_id, partner_id) where ended_at is null;
call protect('delegated_admin_privileges', 'partner_id = {tenant} or customer_id = {tenant} or {scope} = ''system''');

-- Last use stands apart from the grant, because an act holds the grant and must not write to it (rule R10).
create table privilege_uses (
  partner_id uuid not null,
  customer_id uuid not null,
  service text not null,
  last_used_at timestamptz not null,
  last_used_by uuid not null,
  last_action text not null,
  use_count bigint not null default 1,
  primary key (partner_id, customer_id, service)
);
call protect('privilege_uses', 'partner_id = {tenant} or customer_id = {tenant} or {scope} = ''system''');

create table end_requests (
  partner_id uuid not null,
  customer_id uuid not null,
  id uuid not null unique,
  status text not null check (status in ('asked', 'agreed', 'refused')),
  reason text,
  asked_at timestamptz not null,
  asked_by uuid not null,
  answer_due_at timestamptz not null,
  answered_at timestamptz,
  answered_by uuid,
  answer_note text,
  version integer not null default 1,
  primary key (partner_id, customer_id, id)
);
create unique index one_open_end_request on end_requests (partner_id, customer_id) where status = 'asked';
call protect('end_requests', 'partner_id = {tenant} or customer_id = {tenant} or {scope} = ''system''');

call protect('signatures',
  'customer_id = {tenant} or {scope} = ''system'' or exists (select from reseller_relationships r where r.partner_id = {tenant} and r.customer_id = signatures.customer_id and r.ended_at is null)',
  'customer_id = {tenant} or {scope} = ''system''', 'select, insert');
