-- One page of a partner's customers as before (0018), with two things anew: a word inside is found by the marked trigrams (0024),
-- and customers that two partners have in common are a filter of one's own list, open only between partners in partnership (0026).
create or replace function customers_filtered(wanted_partner uuid, wishes jsonb, most integer)
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
  source text := 'customer_accounts';
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
  if wishes ? 'country' then
    if wishes->>'sort' in ('name', 'country') then own := own || format(' and country = %L', wishes->>'country');
    else fits := fits || format(' and country = %L', wishes->>'country'); end if;
  end if;
  if wishes ? 'inside' then
    fits := fits || format(' and strpos(search_text, %L) > 0', wishes->>'inside');
    -- Materialized, so that it is the marked trigrams that find the rows, whatever the planner makes of the conditions outside.
    source := format('(with marked as materialized (select * from customer_accounts where customer_grams(partner_id, search_text) @> %L::text[] and ended_at is null) select * from marked) gathered',
      customer_grams(wanted_partner, wishes->>'inside'));
  end if;
  if wishes ? 'nameFrom' then
    fits := fits || format(' and (name_key >= %L and name_key < %L', wishes->>'nameFrom', wishes->>'nameTo')
      || case when wishes ? 'domainFrom'
        then format(' or primary_domain >= %L and primary_domain < %L)', wishes->>'domainFrom', wishes->>'domainTo') else ')' end;
  end if;
  if wishes ? 'tag' then fits := fits || format(' and tags @> array[%L]', wishes->>'tag'); end if;
  if wishes ? 'sharedWith' then
    fits := fits || format(' and customer_id in (select r.customer_id from reseller_relationships r where r.partner_id = %L and r.ended_at is null)
      and exists (select from partnerships p where p.status = ''active'' and (p.provider_id, p.reseller_id) in ((%L::uuid, %L::uuid), (%L::uuid, %L::uuid)))',
      wishes->>'sharedWith', wanted_partner, wishes->>'sharedWith', wishes->>'sharedWith', wanted_partner);
  end if;
  fits := fits || case wishes->>'privileges'
    when 'with' then ' and privileged_services <> ''{}'''
    when 'without' then ' and privileged_services = ''{}''' else '' end;

  foreach stage in array array[300, 20000] loop
    execute format('select count(*), array(select w.account from (select a as account, a.* from customer_accounts a where %s order by %s limit %s) w where %s limit %s)
        from (select from customer_accounts where %s limit %s + 1) counted', own, ordering, stage, fits, most, own, stage) into rows_left, found;
    if cardinality(found) >= most or rows_left <= stage then
      return query select * from unnest(found);
      return;
    end if;
    exit when cardinality(found) < 2;
  end loop;
  -- Materialized, because the planner would rather walk a million rows in order than believe that so few of them fit.
  return query execute format('with fitting as materialized (select * from %s where %s and %s) select * from fitting order by %s limit %s',
    source, own, fits, ordering, most);
end $$;
