-- The life of an account: passkeys, a mail address that is confirmed before it counts, people who left, and sign-in through
-- an organization's own OpenID provider.

-- A passkey counts as both factors. The credential's id is chance of the authenticator's own, so that its being unique among all tenants tells nobody anything.
create table passkeys (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  credential_id bytea not null unique check (octet_length(credential_id) between 16 and 1023),
  public_key bytea not null,
  -- WebAuthn 6.1.1: grows with every use, or stays 0 where the authenticator counts nothing
  counter bigint not null,
  transports text[] not null default '{}',
  name text not null,
  is_synced boolean not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references people
);
create index passkeys_of_person on passkeys (tenant_id, person_id, created_at, id);
call protect('passkeys', 'tenant_id = {tenant} or {scope} in (''operator'', ''system'')');

-- What a passkey signs, once. Belongs to nobody yet: whoever holds the challenge itself finds its row.
create table passkey_challenges (
  challenge_hash bytea primary key,
  purpose text not null check (purpose in ('add', 'signIn', 'stepUp')),
  -- the session or visitor's cookie that asked for it
  binding_hash bytea not null,
  expires_at timestamptz not null
);
call protect('passkey_challenges', 'challenge_hash = {secret} or {scope} = ''system''', null, 'select, insert, delete');

-- A new address waits here until a link that was mailed to it comes back.
alter table one_time_secrets
  add column new_mail text,
  add constraint one_time_secrets_new_mail check (kind = 'mailConfirmation' or new_mail is null);

-- Somebody who was removed: nothing of theirs opens anything, the history keeps the name.
alter table people drop constraint people_status_check;
alter table people add constraint people_status_check check (status in ('invited', 'active', 'disabled', 'removed', 'erased'));

-- Held by every act of a person until it ends, and taken whole by whoever ends that person's rights: when that returns, no
-- later act exists (rule R10). Each statement in here looks anew, so what is read is what stands once the lock is held.
create function hold_person(tenant uuid, person uuid) returns table (status text, roles text[])
language plpgsql volatile set search_path = pg_catalog, public as $$
begin
  perform pg_advisory_xact_lock_shared(hashtextextended(person::text, 18));
  return query select p.status, p.roles from public.people p where p.tenant_id = tenant and p.id = person;
end $$;
create function claim_person(person uuid) returns void
language sql volatile set search_path = pg_catalog, public as $$
  select pg_advisory_xact_lock(hashtextextended(person::text, 18))
$$;
revoke execute on function hold_person(uuid, uuid), claim_person(uuid) from public;
grant execute on function hold_person(uuid, uuid), claim_person(uuid) to vinculo_app;

-- The one OpenID provider of an organization. The client's secret lies sealed with the key file.
create table sign_in_providers (
  tenant_id uuid primary key references tenants,
  issuer text not null,
  client_id text not null,
  sealed_secret bytea not null,
  is_enabled boolean not null,
  created_at timestamptz not null,
  version integer not null default 1
);
call protect('sign_in_providers', 'tenant_id = {tenant} or {scope} in (''operator'', ''system'')');

-- Who somebody is elsewhere: issuer and subject, never an address (decision 10). One for each person.
create table outside_identities (
  tenant_id uuid not null,
  person_id uuid not null,
  issuer text not null,
  subject text not null,
  linked_at timestamptz not null,
  last_used_at timestamptz,
  primary key (tenant_id, person_id),
  unique (tenant_id, issuer, subject),
  foreign key (tenant_id, person_id) references people
);
call protect('outside_identities', 'tenant_id = {tenant} or {scope} in (''operator'', ''system'')');

-- A way out to a provider that has not come back yet. Found only by its state, and only by the page that went.
create table outside_sign_ins (
  state_hash bytea primary key,
  binding_hash bytea not null,
  purpose text not null check (purpose in ('signIn', 'link', 'join')),
  tenant_id uuid not null,
  person_id uuid,
  provider_version integer not null,
  portal text not null check (portal in ('partner', 'customer', 'operator')),
  -- nonce, code verifier and, for an invitation, its hash
  sealed bytea not null,
  expires_at timestamptz not null
);
call protect('outside_sign_ins', 'state_hash = {secret} or {scope} = ''system''', null, 'select, insert, delete');

-- At the door: which organizations let their people in through a provider, by their id or a domain of theirs. Two at most: more than one is unclear.
create function tenants_with_sign_in_provider(wanted text) returns setof uuid
language sql stable security definer set search_path = pg_catalog, public as $$
  select p.tenant_id from public.sign_in_providers p
  join public.tenants t on t.id = p.tenant_id
  where p.is_enabled and t.status = 'active' and (
    t.id::text = wanted or t.primary_domain = wanted
    or exists (select from public.tenant_domains d where d.tenant_id = t.id and d.domain = wanted and d.verified_at is not null)
  )
  limit 2
$$;
revoke execute on function tenants_with_sign_in_provider(text) from public;
grant execute on function tenants_with_sign_in_provider(text) to vinculo_app;
