-- A partner's page in the partner finder: one for each country that it may trade in (S4.L2). The operator sees what is
-- published through the finder's own view, as everybody does.
create table business_profiles (
  partner_id uuid not null references partner_profiles,
  id uuid not null unique,
  market text not null check (market ~ '^[A-Z]{2}$'),
  status text not null check (status in ('draft', 'published')),
  description text not null,
  website text,
  linkedin text,
  industries text[] not null default '{}',
  services text[] not null default '{}',
  products text[] not null default '{}',
  competencies text[] not null default '{}',
  skills text[] not null default '{}',
  company_sizes text[] not null default '{}',
  -- what the partner says about other partner companies in its words (S4.L2.5), who said it and when
  other_companies text check (other_companies in ('none', 'affiliated')),
  other_companies_by uuid,
  other_companies_at timestamptz,
  logo bytea,
  logo_sha256 text,
  logo_width integer,
  logo_height integer,
  -- the words folded for searching, without the partner's name
  search_key text collate "C" not null default '',
  created_at timestamptz not null,
  created_by uuid not null,
  published_at timestamptz,
  changed_at timestamptz not null,
  changed_by uuid not null,
  version integer not null default 1,
  primary key (partner_id, id),
  unique (partner_id, market),
  check ((logo is null) = (logo_sha256 is null)),
  check ((other_companies is null) = (other_companies_by is null)),
  check (status = 'draft' or other_companies is not null)
);
create index business_profiles_published on business_profiles (market, partner_id) where status = 'published';
create index business_profiles_by_logo on business_profiles (logo_sha256) where logo_sha256 is not null;
call protect('business_profiles', 'partner_id = {tenant} or {scope} = ''system''');

-- An address is never changed: it is deleted and added again (S4.L2.3).
create table profile_locations (
  partner_id uuid not null,
  id uuid not null unique,
  profile_id uuid not null,
  name text not null,
  address_line1 text not null,
  address_line2 text,
  city text not null,
  state text,
  postal_code text,
  country text not null check (country ~ '^[A-Z]{2}$'),
  phone text,
  created_at timestamptz not null,
  created_by uuid not null,
  primary key (partner_id, id),
  foreign key (partner_id, profile_id) references business_profiles
);
create index locations_of_profile on profile_locations (profile_id, created_at, id);
call protect('profile_locations', 'partner_id = {tenant} or {scope} = ''system''', null, 'select, insert, delete');

-- What everybody of one cloud finds: published, by a partner that is active. Suspending or closing a partner takes it out with
-- the same commit. Read by the owner's rights; it shows these columns and no others.
create view found_profiles as
  select b.id, b.partner_id, b.market, b.description, b.website, b.linkedin, b.industries, b.services, b.products, b.competencies, b.skills,
    b.company_sizes, b.logo_sha256, b.logo_width, b.logo_height, b.search_key, b.published_at,
    t.name, t.name_key, t.country, t.primary_domain, t.time_zone, p.kinds, p.verified_at is not null as is_verified
  from business_profiles b
  join tenants t on t.id = b.partner_id
  join partner_profiles p on p.tenant_id = b.partner_id
  join tenants me on me.id = (select nullif(current_setting('app.tenant', true), '')::uuid)
  where b.status = 'published' and p.status = 'active' and t.status = 'active'
    and t.cloud = me.cloud and t.sandbox_id is not distinct from me.sandbox_id;
create view found_locations as
  select l.id, l.profile_id, l.name, l.address_line1, l.address_line2, l.city, l.state, l.postal_code, l.country, l.phone, l.created_at
  from profile_locations l join found_profiles f on f.id = l.profile_id;
grant select on found_profiles, found_locations to vinculo_app;

-- The picture of a published page, by what it is; nobody guesses an address.
create function published_logo(wanted text) returns bytea
language sql stable security definer set search_path = pg_catalog, public as $$
  select b.logo from public.business_profiles b
  join public.tenants t on t.id = b.partner_id
  join public.partner_profiles p on p.tenant_id = b.partner_id
  where b.logo_sha256 = wanted and b.status = 'published' and p.status = 'active' and t.status = 'active'
  limit 1
$$;
revoke execute on function published_logo(text) from public;
grant execute on function published_logo(text) to vinculo_app;

-- One enquiry to one partner (D.10). A customer that asks several has a row for each, and no partner sees of another's.
-- Both sides' names are kept as they were: neither side sees the other's organization before there is a relationship.
create table leads (
  id uuid primary key,
  partner_id uuid not null references partner_profiles,
  partner_name text not null,
  -- null where the lead came from outside
  customer_id uuid references tenants,
  sent_by uuid,
  kind text not null check (kind in ('customerEnquiry', 'marketingQualified', 'salesQualified')),
  status text not null check (status in ('received', 'accepted', 'won', 'lost', 'declined', 'expired', 'withdrawn')),
  market text not null check (market ~ '^[A-Z]{2}$'),
  company_name text not null,
  company_key text collate "C" not null,
  company_domain text,
  company_country text not null check (company_country ~ '^[A-Z]{2}$'),
  company_size text,
  contact_name text,
  contact_mail text,
  contact_phone text,
  message text,
  call_me boolean not null default false,
  is_favourite boolean not null default false,
  received_at timestamptz not null,
  expires_at timestamptz not null,
  answered_at timestamptz,
  answered_by uuid,
  decline_reason text,
  decline_note text,
  deal_name text,
  deal_value numeric(18, 4),
  deal_currency text check (deal_currency ~ '^[A-Z]{3}$'),
  closing_on date,
  crm_id text,
  campaign_id text,
  closed_at timestamptz,
  closed_by uuid,
  forgotten_at timestamptz,
  version integer not null default 1,
  check (partner_id <> customer_id),
  check ((kind = 'customerEnquiry') = (customer_id is not null)),
  check ((customer_id is null) = (sent_by is null)),
  check (expires_at > received_at)
);
create unique index one_open_lead on leads (customer_id, partner_id) where status = 'received';
create index leads_of_partner on leads (partner_id, received_at desc, id desc);
create index leads_of_customer on leads (customer_id, received_at desc, id desc) where customer_id is not null;
create index leads_due on leads (expires_at) where status = 'received';
create index leads_to_forget on leads (closed_at) where closed_at is not null and forgotten_at is null;
call protect('leads', 'partner_id = {tenant} or customer_id = {tenant} or {scope} = ''system'' or ({scope} = ''operator'' and customer_id is null)', null, 'select, insert, update');

-- What a partner notes for itself about a lead.
create table lead_notes (
  partner_id uuid not null references partner_profiles,
  id uuid not null unique,
  lead_id uuid not null references leads,
  at timestamptz not null,
  person_id uuid not null,
  body text not null,
  primary key (partner_id, id)
);
create index lead_notes_of_lead on lead_notes (lead_id, at, id);
call protect('lead_notes', 'partner_id = {tenant} or {scope} = ''system''', null, 'select, insert, update, delete');

-- Whoever is erased stands in no lead any more, and what they noted or wrote goes with them.
create function forget_leads_of_erased() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  update public.leads l set contact_name = null, contact_mail = null, contact_phone = null, message = null
  where l.customer_id = new.tenant_id and l.sent_by = new.id;
  update public.lead_notes n set body = '—' where n.partner_id = new.tenant_id and n.person_id = new.id;
  return new;
end $$;
revoke execute on function forget_leads_of_erased() from public;
create trigger erased_person_in_leads after update of status on people
  for each row when (new.status = 'erased' and old.status <> 'erased') execute function forget_leads_of_erased();
