-- Lists of customers with filters whose operators are not leakproof (inside search, tags, privileges): under row-level
-- security no index would serve them, so they pass this door, which keeps its own tenant predicate.

-- Each customer stands in exactly one of these two: rare ones are found without walking all others.
create index customers_with_privileges on customer_accounts (partner_id, name_key, customer_id)
  where ended_at is null and privileged_services <> '{}';
create index customers_without_privileges on customer_accounts (partner_id, name_key, customer_id)
  where ended_at is null and privileged_services = '{}';
-- With the partner in front, a word that only other partners' customers have costs this one nothing.
drop index customers_inside;
create index customers_inside on customer_accounts using gin (partner_id, search_text gin_trgm_ops) where ended_at is null;
create index customers_removed on customer_accounts (partner_id, ended_at desc, customer_id desc) where ended_at is not null;

-- One page in one order. wishes: pattern | nameFrom, nameTo, domainFrom, domainTo; country, tag, privileges, sort, descending, after.
--
-- Which plan is right depends on how often the word occurs among this partner's customers, and no statistics know that: they are
-- kept per table, and partners differ by orders of magnitude. So it looks before it chooses: the first thousand rows in the order
-- asked for tell the density. Dense words fill the page by walking on; rare ones are gathered by the trigram index and sorted.
create function customers_filtered(wanted_partner uuid, wishes jsonb, most integer)
returns setof customer_accounts
language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
  direction text := case when (wishes->>'descending')::boolean then 'desc' else 'asc' end;
  keys text[] := case wishes->>'sort'
    when 'name' then array['name_key', 'customer_id']
    when 'domain' then array['primary_domain', 'customer_id']
    when 'country' then array['country', 'name_key', 'customer_id']
    when 'since' then array['related_since', 'customer_id'] end;
  types constant jsonb := '{"customer_id": "uuid", "related_since": "timestamptz"}';
  own text := format('partner_id = %L and ended_at is null', wanted_partner);
  fits text := 'true';
  ordering text := array_to_string(keys, ' ' || direction || ', ') || ' ' || direction;
  stage integer;
  found customer_accounts[];
  rows_left integer;
begin
  if wanted_partner is distinct from current_setting('app.tenant')::uuid then
    raise exception 'not this tenant' using errcode = '42501';
  end if;
  if wishes ? 'after' then
    own := own || format(' and (%s) %s (%s)', array_to_string(keys, ', '), case direction when 'asc' then '>' else '<' end,
      (select string_agg(format('%L::%s', value, coalesce(types->>keys[place::integer], 'text')), ', ' order by place)
       from jsonb_array_elements_text(wishes->'after') with ordinality as given (value, place)));
  end if;
  if wishes ? 'country' then own := own || format(' and country = %L', wishes->>'country'); end if;
  if wishes ? 'pattern' then fits := fits || format(' and search_text like %L', wishes->>'pattern'); end if;
  if wishes ? 'nameFrom' then
    fits := fits || format(' and (name_key >= %L and name_key < %L', wishes->>'nameFrom', wishes->>'nameTo')
      || case when wishes ? 'domainFrom'
        then format(' or primary_domain >= %L and primary_domain < %L)', wishes->>'domainFrom', wishes->>'domainTo') else ')' end;
  end if;
  if wishes ? 'tag' then fits := fits || format(' and tags @> array[%L]', wishes->>'tag'); end if;
  fits := fits || case wishes->>'privileges'
    when 'with' then ' and privileged_services <> ''{}'''
    when 'without' then ' and privileged_services = ''{}''' else '' end;

  foreach stage in array array[1000, 20000] loop
    execute format('select array(select w.account from (select a as account, a.* from customer_accounts a where %s order by %s limit %s) w where %s limit %s)',
      own, ordering, stage, fits, most) into found;
    if cardinality(found) < most then
      execute format('select count(*) from (select from customer_accounts where %s limit 20001) w', own) into rows_left;
    end if;
    if cardinality(found) >= most or rows_left <= stage then
      return query select * from unnest(found);
      return;
    end if;
    exit when cardinality(found) < 5 and rows_left > 20000;
  end loop;
  -- Materialized, because the planner would rather walk a million rows in order than believe that so few of them fit.
  return query execute format('with fitting as materialized (select * from customer_accounts where %s and %s) select * from fitting order by %s limit %s',
    own, fits, ordering, most);
end $$;
revoke execute on function customers_filtered(uuid, jsonb, integer) from public;
grant execute on function customers_filtered(uuid, jsonb, integer) to vinculo_app;
drop function customers_containing(uuid, text, text, uuid, text, text, integer);
