-- What an operator does about mails: gives one up, and sees when a waiting one is tried next. A mail that was given up
-- stays `failed` for whoever reads only the state; nothing tries it again.
alter table mails add column given_up_at timestamptz;

-- When the queue tries these mails next; graphile-worker keeps its tables to their owner, and only times are read.
create function mail_tries(wanted uuid[]) returns table (mail_id uuid, run_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public as $$
  select substring(j.key from 6)::uuid, j.run_at from graphile_worker.jobs j
  where j.key = any (array(select 'send:' || w from unnest(wanted) w)) and j.locked_at is null
$$;
revoke execute on function mail_tries(uuid[]) from public;
grant execute on function mail_tries(uuid[]) to vinculo_app;
