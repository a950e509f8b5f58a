-- What people are told in the portals. A notification names the event and whom it is for; the words, and the names in them, are
-- read from the event each time, so that nothing personal is copied and an erased person stays erased.
create table notifications (
  tenant_id uuid not null,
  person_id uuid not null,
  id uuid not null unique,
  event_id uuid not null references events,
  kind text not null,
  -- the portal it is read in, which is also the side it was told to
  side text not null check (side in ('partner', 'customer', 'operator')),
  at timestamptz not null,
  -- false where the person wants this kind by mail alone
  in_portal boolean not null,
  read_at timestamptz,
  -- true until a digest took it along, or the person did not want it any more
  awaits_digest boolean not null default false,
  primary key (tenant_id, person_id, event_id),
  foreign key (tenant_id, person_id) references people
);
create index notifications_by_time on notifications (tenant_id, person_id, at desc, id desc) where in_portal;
create index notifications_unread on notifications (tenant_id, person_id, at desc, id desc) where in_portal and read_at is null;
create index notifications_for_digest on notifications (tenant_id, person_id, at, id) where awaits_digest;
create index notifications_of_event on notifications (event_id);
create index notifications_by_age on notifications (at);
call protect('notifications', 'tenant_id = {tenant} or {scope} = ''system''');

-- What somebody chose; whoever chose nothing has no row and gets what the table of kinds says (src/domain/notifications).
create table notification_preferences (
  tenant_id uuid not null,
  person_id uuid not null,
  -- by kind: {"portal": true, "mail": "off" | "now" | "digest"}
  choices jsonb not null default '{}',
  digest_frequency text not null check (digest_frequency in ('daily', 'weekly')),
  digest_hour smallint not null check (digest_hour between 0 and 23),
  -- null: the organization's
  time_zone text,
  changed_at timestamptz not null,
  version integer not null,
  primary key (tenant_id, person_id),
  foreign key (tenant_id, person_id) references people
);
call protect('notification_preferences', 'tenant_id = {tenant} or {scope} = ''system''');

-- Whose digest is due when: a row exists only while something waits, so nobody is looked at in vain.
create table pending_digests (
  tenant_id uuid not null,
  person_id uuid not null,
  due_at timestamptz not null,
  primary key (tenant_id, person_id),
  foreign key (tenant_id, person_id) references people
);
create index pending_digests_due on pending_digests (due_at);
call protect('pending_digests', 'tenant_id = {tenant} or {scope} = ''system''');

-- That a request runs out soon is told once.
alter table relationship_requests add column expiry_told_at timestamptz;
create index requests_running_out on relationship_requests (expires_at) where status in ('shared', 'opened') and expiry_told_at is null;

-- Where the reader says "no more of these"; goes into the header of the mail, too.
alter table mails add column unsubscribe text;
