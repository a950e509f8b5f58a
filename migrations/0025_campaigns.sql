-- A list of customers that a partner brings along: read from a file, judged row by row, then asked, one relationship request
-- each. Where Vinculo writes the mails it is a campaign; where the partner sends the drafts, an import. One thing either way.
create table campaigns (
  partner_id uuid not null references tenants,
  id uuid not null unique,
  name text not null,
  -- who sends the letters: the partner, or Vinculo through its outbox
  delivery text not null check (delivery in ('self', 'mails')),
  status text not null check (status in ('draft', 'checking', 'checked', 'running', 'paused', 'done', 'cancelled')),
  -- null: as the untouched box of the cloud stands
  ask_privileges boolean,
  -- null: the cloud's usual one
  validity_days integer,
  -- null: by the country of each customer
  language text,
  -- the partner's own words in the mails; plain text
  words text,
  mails_a_day integer not null,
  reminders smallint not null,
  days_between smallint not null,
  file_sha256 bytea,
  row_count integer not null default 0,
  checked_count integer not null default 0,
  -- why it pauses; null where a person paused it
  pause_reason text,
  -- the next mails leave no sooner
  next_at timestamptz,
  created_by uuid not null,
  created_at timestamptz not null,
  -- who uploaded or started last; their rights are asked before each batch
  acting_id uuid not null,
  started_at timestamptz,
  ended_at timestamptz,
  version integer not null default 1,
  primary key (partner_id, id)
);
create index campaigns_by_time on campaigns (partner_id, created_at desc, id desc);
create index campaigns_at_work on campaigns (id) where status in ('checking', 'running');
call protect('campaigns', 'partner_id = {tenant} or {scope} = ''system''');

-- One customer of the list. What stood in the file is kept as it stood, so that a row that was refused can be shown.
create table campaign_rows (
  partner_id uuid not null,
  campaign_id uuid not null,
  -- as a spreadsheet numbers them: the head row is 1
  line integer not null,
  stated_id text not null,
  stated_name text not null,
  stated_domain text not null,
  stated_country text not null,
  stated_cloud text not null,
  stated_mail text not null,
  stated_language text not null,
  state text not null check (state in ('unchecked', 'ready', 'refused', 'asked')),
  reason_code text,
  -- what it names, in its one form; a customer stands in a list once
  named_customer_id uuid,
  named_domain text collate "C",
  country text,
  language text,
  request_id uuid,
  mails smallint not null default 0,
  mailed_at timestamptz,
  primary key (partner_id, campaign_id, line),
  foreign key (partner_id, campaign_id) references campaigns
);
create index campaign_rows_by_id on campaign_rows (campaign_id, named_customer_id) where named_customer_id is not null;
create index campaign_rows_by_domain on campaign_rows (campaign_id, named_domain) where named_domain is not null;
create index campaign_rows_by_state on campaign_rows (campaign_id, state, line);
create index campaign_rows_mailed on campaign_rows (campaign_id, mailed_at, line) where mailed_at is not null;
create index campaign_rows_of_request on campaign_rows (request_id) where request_id is not null;
call protect('campaign_rows', 'partner_id = {tenant} or {scope} = ''system''');

-- Whether a customer was asked already, for many customers of a list at once.
create index requests_open_by_id on relationship_requests (partner_id, named_customer_id) where status in ('draft', 'shared', 'opened') and named_customer_id is not null;
create index requests_open_by_domain on relationship_requests (partner_id, named_domain) where status in ('draft', 'shared', 'opened') and named_domain is not null;
