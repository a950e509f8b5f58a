-- An act may queue a mail to another organization, and no tenant ever changes one: an update that looks at no column is
-- judged by this policy alone, and would have reached the mails of everybody.
drop policy app_updates on mails;
create policy app_updates on mails for update to vinculo_app
  using ((select current_setting('app.scope')) in ('operator', 'system'))
  with check ((select current_setting('app.scope')) in ('operator', 'system'));
