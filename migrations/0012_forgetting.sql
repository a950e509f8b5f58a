-- The schedule forgets registrations that nobody finished; it acts in the scope of the system.
alter policy app_sees on registrations using (
  secret_hash = (select decode(current_setting('app.secret'), 'hex')) or (select current_setting('app.scope')) in ('operator', 'system'));
alter policy app_deletes on registrations using ((select current_setting('app.scope')) in ('operator', 'system'));

create index sessions_by_expiry on sessions (expires_at);
create index one_time_secrets_by_expiry on one_time_secrets (expires_at);
create index registrations_by_expiry on registrations (expires_at);
