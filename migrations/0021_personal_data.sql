-- Erasing a person: what opened the account, named or reached them goes; what they signed keeps its signer's name for its legal period.

-- The name of somebody who was erased and had signed, for the evidence alone; goes by itself when its time is over.
create table kept_names (
  tenant_id uuid not null references tenants,
  person_id uuid primary key references people (id),
  display_name text not null,
  kept_until timestamptz not null
);
create index kept_names_due on kept_names (kept_until);
call protect('kept_names', 'tenant_id = {tenant} or {scope} in (''operator'', ''system'')', null, 'select');

-- Who was erased, by number alone: played again on what a backup brings back.
create table erasures (
  id uuid primary key,
  tenant_id uuid not null references tenants,
  person_id uuid not null unique references people (id),
  erased_at timestamptz not null,
  erased_by uuid
);
call protect('erasures', 'tenant_id = {tenant} or {scope} in (''operator'', ''system'')', null, 'select');

-- The only way a person is erased, here and on what was restored. May be done again; what is gone stays gone.
create function erase_person(wanted_tenant uuid, wanted uuid, erasure uuid, at timestamptz, kept_until timestamptz, by uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  gone public.people;
begin
  if wanted_tenant is distinct from current_setting('app.tenant')::uuid and current_setting('app.scope') not in ('operator', 'system') then
    raise exception 'not this tenant' using errcode = '42501';
  end if;
  select * into gone from public.people p where p.tenant_id = wanted_tenant and p.id = wanted for update;
  if not found then return; end if;
  insert into public.erasures values (erasure, wanted_tenant, wanted, at, by) on conflict do nothing;
  if gone.status = 'erased' then return; end if;

  if exists (select from public.signatures s where s.person_id = wanted)
    or exists (select from public.partner_agreement_signatures s where s.person_id = wanted)
    or exists (select from public.attestations a where a.attested_by = wanted) then
    insert into public.kept_names values (wanted_tenant, wanted, gone.display_name, erase_person.kept_until) on conflict do nothing;
  end if;

  update public.people p set status = 'erased', display_name = 'erased', user_principal_name = 'erased ' || p.id, user_principal_name_key = 'erased ' || p.id,
    mail = null, mail_confirmed_at = null, language = null, roles = '{}', last_signed_in_at = null,
    password_hash = null, password_changed_at = null, temporary_password_hash = null, temporary_password_expires_at = null,
    totp_seed = null, totp_pending_seed = null, totp_confirmed_at = null, totp_last_step = null, version = p.version + 1
  where p.tenant_id = wanted_tenant and p.id = wanted;
  delete from public.recovery_codes c where c.tenant_id = wanted_tenant and c.person_id = wanted;
  delete from public.passkeys k where k.tenant_id = wanted_tenant and k.person_id = wanted;
  delete from public.outside_identities o where o.tenant_id = wanted_tenant and o.person_id = wanted;
  delete from public.outside_sign_ins o where o.tenant_id = wanted_tenant and o.person_id = wanted;
  delete from public.one_time_secrets o where o.tenant_id = wanted_tenant and o.person_id = wanted;
  delete from public.sessions s where s.tenant_id = wanted_tenant and s.person_id = wanted;
  delete from public.notifications n where n.tenant_id = wanted_tenant and n.person_id = wanted;
  delete from public.pending_digests d where d.tenant_id = wanted_tenant and d.person_id = wanted;
  delete from public.notification_preferences n where n.tenant_id = wanted_tenant and n.person_id = wanted;
  update public.support_messages m set body = '—' where m.tenant_id = wanted_tenant and m.person_id = wanted;
  update public.support_cases c set subject = '—' where c.tenant_id = wanted_tenant and c.opened_by = wanted;
  delete from public.idempotency_keys i where i.tenant_id = wanted_tenant and i.principal = wanted::text;

  if gone.mail is not null then
    perform public.forget_mails(wanted_tenant, gone.mail);
    update public.tenants t set contact_name = null, contact_mail = null, contact_phone = null, version = t.version + 1
    where t.id = wanted_tenant and lower(t.contact_mail) = lower(gone.mail);
  end if;
  -- What colleagues were told about the person names them no more. Only a whole name is looked for: a short one is part of other words.
  if length(gone.display_name) >= 5 then
    update public.mails m set subject = replace(m.subject, gone.display_name, '—'), body = replace(m.body, gone.display_name, '—')
    where m.tenant_id = wanted_tenant and (position(gone.display_name in m.body) > 0 or position(gone.display_name in m.subject) > 0);
  end if;
end $$;

-- The words of mails to an address, and the address; that a mail was sent, and when, stays. Without tenant: of all of them.
create function forget_mails(wanted_tenant uuid, address text) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  if wanted_tenant is distinct from current_setting('app.tenant')::uuid and current_setting('app.scope') not in ('operator', 'system') then
    raise exception 'not this tenant' using errcode = '42501';
  end if;
  update public.mails m set recipient = 'erased', subject = '', body = '', sealed_secret = null, unsubscribe = null, smtp_reply = null,
    last_error = case when m.status in ('queued', 'held') then 'erased' end,
    status = case when m.status in ('queued', 'held') then 'failed' else m.status end
  where (wanted_tenant is null or m.tenant_id = wanted_tenant) and lower(m.recipient) = lower(address);
end $$;

-- The names of signers, for whoever may see what they signed; after erasing, the kept one.
create function names_of_signers(wanted uuid[]) returns table (id uuid, display_name text)
language sql stable security definer set search_path = pg_catalog, public as $$
  select p.id, case when p.status = 'erased' then k.display_name else p.display_name end
  from public.people p left join public.kept_names k on k.person_id = p.id
  where p.id = any (wanted) and (p.tenant_id = current_setting('app.tenant')::uuid or current_setting('app.scope') in ('operator', 'system'))
$$;

-- Evidence whose legal period is over: the signer's name and from where they signed. Not while a relationship rests on the signature.
create function forget_kept_evidence(at timestamptz, most integer) returns integer
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  due uuid[];
begin
  if current_setting('app.scope') <> 'system' then raise exception 'not the system' using errcode = '42501'; end if;
  select array_agg(d.person_id) into due from public.due_kept_names(at, most) d;
  if due is null then return 0; end if;
  update public.signatures s set session_id = null, address = null, user_agent = null where s.person_id = any (due);
  update public.partner_agreement_signatures s set session_id = null, address = null, user_agent = null where s.person_id = any (due);
  delete from public.kept_names k where k.person_id = any (due);
  return cardinality(due);
end $$;

create function due_kept_names(at timestamptz, most integer) returns table (person_id uuid)
language sql stable security definer set search_path = pg_catalog, public as $$
  select k.person_id from public.kept_names k
  where k.kept_until <= at and not exists (
    select from public.signatures s join public.reseller_relationships r on r.customer_id = s.customer_id and r.signature_id = s.id
    where s.person_id = k.person_id and r.ended_at is null)
  order by k.kept_until, k.person_id limit most
$$;

revoke execute on function erase_person(uuid, uuid, uuid, timestamptz, timestamptz, uuid), forget_mails(uuid, text), names_of_signers(uuid[]),
  forget_kept_evidence(timestamptz, integer), due_kept_names(timestamptz, integer) from public;
grant execute on function erase_person(uuid, uuid, uuid, timestamptz, timestamptz, uuid), forget_mails(uuid, text), names_of_signers(uuid[]),
  forget_kept_evidence(timestamptz, integer) to vinculo_app;
