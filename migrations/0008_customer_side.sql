-- What the holder of a link may know about who asks, beside the public facts of the partner's row: standing, and whether
-- the person who asked still may. The hash of the link's secret is the key. With `hold` everything is locked FOR SHARE,
-- so that suspending, disabling or rotating waits for an acceptance under way, or is seen by it (rules R7, R10).
create function invitation_standing(hash bytea, hold boolean)
returns table (
  partner_id uuid, place integer, is_suspended boolean, is_closed boolean, in_debt boolean,
  asker_status text, asker_roles text[], is_named_closed boolean
)
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  asking uuid[];
  asker uuid;
  named uuid;
begin
  select array_remove(array[q.partner_id, q.second_partner_id], null), q.created_by, q.named_customer_id into asking, asker, named
  from relationship_requests q where q.secret_hash = hash;
  if not found then
    select array[l.partner_id] into asking from partner_links l where l.secret_hash = hash;
    if not found then return; end if;
    if hold then perform from partner_links l where l.secret_hash = hash for share; end if;
  end if;
  if hold then
    perform from partner_profiles f where f.tenant_id = any (asking) order by f.tenant_id for share;
    perform from people p where p.id = asker for share;
  end if;
  return query
    select f.tenant_id, array_position(asking, f.tenant_id), f.status = 'suspended', t.status = 'closed', f.in_debt,
      p.status, p.roles, coalesce(n.status = 'closed', false)
    from partner_profiles f
    join tenants t on t.id = f.tenant_id
    left join people p on p.id = asker
    left join tenants n on n.id = named
    where f.tenant_id = any (asking)
    order by 2;
end $$;

-- Names of the other side in one's own events: a customer that declined, a partner of former days. Only of tenants that one's events name.
create function names_of_counterparts(wanted uuid[]) returns table (id uuid, name text)
language sql stable security definer set search_path = pg_catalog, public as $$
  select t.id, t.name from public.tenants t
  where t.id = any (wanted)
    and exists (select from public.event_readers r where r.tenant_id = current_setting('app.tenant')::uuid and r.counterpart_id = t.id)
$$;

revoke execute on function invitation_standing(bytea, boolean), names_of_counterparts(uuid[]) from public;
grant execute on function invitation_standing(bytea, boolean), names_of_counterparts(uuid[]) to vinculo_app;

-- The feed of one person's acts, and what one partner did lately.
create index events_by_person on events (actor_person_id, at desc) where actor_person_id is not null;
