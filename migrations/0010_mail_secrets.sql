-- A mail that carries a link or code for one person holds it sealed with the key file, never in its text (rule R3):
-- whoever copied the database could act otherwise. It is wiped once the mail has left.
alter table mails
  add column sealed_secret bytea,
  -- what the mail is about, for the limit of one message a day about one thing to one address (rule R39)
  add column about_id uuid;

create index mails_waiting on mails (created_at) where status = 'queued';
create index mails_about on mails (about_id, template, recipient, created_at desc) where about_id is not null;
create index mails_by_status on mails (status, created_at desc, id desc);
