-- The directory of a customer: names in parts, usage location, search inside 100 000 people of one organization, and people who
-- were deleted and may come back for 30 days. The same rows as ever: a user is a person, whether or not they can sign in here.

alter table people
  add column first_name text,
  add column last_name text,
  -- where services are used; licenses ask for it (ISO 3166-1 alpha-2)
  add column usage_location text check (usage_location ~ '^[A-Z]{2}$'),
  -- since when the person is deleted; null once nothing is left to restore
  add column removed_at timestamptz,
  -- the organization whose person issued the temporary password; it opens nothing once their rights there ended
  add column temporary_password_by uuid,
  -- written by the application (domain/names searchKey); the trigger below keeps them whole for whatever else writes a name
  add column display_name_key text collate "C" not null default '',
  add column search_text text collate "C" not null default '';

create function folded(words text) returns text
language sql immutable strict parallel safe
return lower(regexp_replace(normalize(words, NFKD), '[\u0300-\u036f]', '', 'g'));

-- Erasing a person, a restored backup and the release before write names without their keys.
create function keep_name_keys() returns trigger
language plpgsql set search_path = pg_catalog, public as $$
begin
  if new.display_name_key = '' or (tg_op = 'UPDATE' and new.display_name <> old.display_name and new.display_name_key = old.display_name_key) then
    new.display_name_key := folded(new.display_name);
    new.search_text := new.display_name_key || ' ' || lower(new.user_principal_name);
  end if;
  return new;
end $$;
update people set display_name_key = folded(display_name), search_text = folded(display_name) || ' ' || lower(user_principal_name);
create trigger people_name_keys before insert or update on people for each row execute function keep_name_keys();

drop index people_by_name;
create index people_by_name on people (tenant_id, display_name_key, id);
create index people_by_user_name on people (tenant_id, user_principal_name_key, id);
create index people_by_age on people (tenant_id, created_at, id);
create index people_by_status on people (tenant_id, status, display_name_key, id);
create index people_with_roles on people (tenant_id, display_name_key, id) where roles <> '{}';
create index people_removed on people (removed_at) where removed_at is not null;
-- The marked trigrams of decision 29, each list one organization's.
create index people_inside on people using gin (customer_grams(tenant_id, search_text));

-- One page of an organization's people. As `customers_filtered` (0027): a short walk in order, and where hardly anybody fits, the
-- indexes find them all. Opened only by the organization itself; whoever acts on its behalf has entered it.
create function people_filtered(wanted_tenant uuid, wishes jsonb, most integer) returns setof people
language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
  direction text := case when (wishes->>'descending')::boolean then 'desc' else 'asc' end;
  keys text[] := case wishes->>'sort'
    when 'name' then array['display_name_key', 'id']
    when 'userName' then array['user_principal_name_key', 'id']
    when 'age' then array['created_at', 'id'] end;
  types constant jsonb := '{"id": "uuid", "created_at": "timestamptz"}';
  own text := format('tenant_id = %L', wanted_tenant);
  fits text := 'true';
  source text := 'people';
  ordering text := array_to_string(keys, ' ' || direction || ', ') || ' ' || direction;
  stage integer;
  found people[];
  rows_left integer;
begin
  if wanted_tenant is distinct from current_setting('app.tenant')::uuid then
    raise exception 'not this tenant' using errcode = '42501';
  end if;
  if wishes ? 'after' then
    own := own || format(' and (%s) %s (%s)', array_to_string(keys, ', '), case direction when 'asc' then '>' else '<' end,
      (select string_agg(format('%L::%s', value, coalesce(types->>keys[place::integer], 'text')), ', ' order by place)
       from jsonb_array_elements_text(wishes->'after') with ordinality as given (value, place)));
  end if;
  if wishes ? 'status' then own := own || format(' and status = %L', wishes->>'status');
  else fits := fits || ' and status not in (''removed'', ''erased'')'; end if;
  if wishes ? 'role' then
    own := own || ' and roles <> ''{}''';
    fits := fits || format(' and %L = any (roles)', wishes->>'role');
  end if;
  if wishes ? 'inside' then
    fits := fits || format(' and strpos(search_text, %L) > 0', wishes->>'inside');
    source := format('(with marked as materialized (select * from people where customer_grams(tenant_id, search_text) @> %L::text[]) select * from marked) gathered',
      customer_grams(wanted_tenant, wishes->>'inside'));
  end if;
  if wishes ? 'nameFrom' then
    fits := fits || format(' and (display_name_key >= %1$L and display_name_key < %2$L or user_principal_name_key >= %1$L and user_principal_name_key < %2$L)', wishes->>'nameFrom', wishes->>'nameTo');
  end if;

  foreach stage in array array[300, 20000] loop
    execute format('select count(*), array(select w.person from (select p as person, p.* from people p where %s order by %s limit %s) w where %s limit %s)
        from (select from people where %s limit %s + 1) counted', own, ordering, stage, fits, most, own, stage) into rows_left, found;
    if cardinality(found) >= most or rows_left <= stage then
      return query select * from unnest(found);
      return;
    end if;
    exit when cardinality(found) < 2;
  end loop;
  return query execute format('with fitting as materialized (select * from %s where %s and %s) select * from fitting order by %s limit %s',
    source, own, fits, ordering, most);
end $$;
revoke execute on function people_filtered(uuid, jsonb, integer) from public;
grant execute on function people_filtered(uuid, jsonb, integer) to vinculo_app;

-- A user name is one person's among all organizations. Which are taken elsewhere is not to be seen, only that this one is.
create function take_user_name(wanted_tenant uuid, person uuid, wanted text) returns boolean
language plpgsql volatile set search_path = pg_catalog, public as $$
begin
  update people set user_principal_name = wanted, user_principal_name_key = lower(wanted) where tenant_id = wanted_tenant and id = person;
  return found;
exception when unique_violation then
  return false;
end $$;
revoke execute on function take_user_name(uuid, uuid, text) from public;
grant execute on function take_user_name(uuid, uuid, text) to vinculo_app;

-- As before (0021), with the parts of the name and what is searched.
create or replace function erase_person(wanted_tenant uuid, wanted uuid, erasure uuid, at timestamptz, kept_until timestamptz, by uuid) returns void
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
    first_name = null, last_name = null, usage_location = null, removed_at = null, temporary_password_by = null,
    display_name_key = 'erased', search_text = 'erased', mail = null, mail_confirmed_at = null, language = null, roles = '{}', last_signed_in_at = null,
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
