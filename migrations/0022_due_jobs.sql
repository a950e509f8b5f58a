-- Since when the oldest job of each task is due and in nobody's hands; those that gave up are another matter (readiness, metrics).
create function due_jobs() returns table (task text, oldest timestamptz)
language sql stable security definer set search_path = pg_catalog, public as $$
  select j.task_identifier, min(j.run_at) from graphile_worker.jobs j
  where j.locked_at is null and j.attempts < j.max_attempts and j.run_at <= clock_timestamp()
  group by j.task_identifier
$$;
revoke execute on function due_jobs() from public;
grant execute on function due_jobs() to vinculo_app;
