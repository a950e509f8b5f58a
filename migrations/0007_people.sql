-- A new authenticator is tried out before it replaces the one in use; administrators see when somebody last signed in.
alter table people
  add column totp_pending_seed bytea,
  add column last_signed_in_at timestamptz;

-- Asked by the rate limits: from where did this person sign in before.
create index sessions_of_person on sessions (tenant_id, person_id, created_at desc);
drop index sessions_by_person;

-- Whoever invited is asked again when the invitation is used (rule R7); null for what nobody else began.
alter table one_time_secrets add column created_by uuid;
create index one_time_secrets_of_person on one_time_secrets (tenant_id, person_id, kind) where used_at is null;
