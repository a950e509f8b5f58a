-- Somebody who signs in through the organization's provider proves there again who they are.
alter table outside_sign_ins drop constraint outside_sign_ins_purpose_check;
alter table outside_sign_ins add constraint outside_sign_ins_purpose_check check (purpose in ('signIn', 'link', 'join', 'stepUp'));
