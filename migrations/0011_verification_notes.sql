-- What the operator checked when verifying a partner, in its own words; shown to operators only.
alter table partner_profiles add column verification_note text;
create index tenants_by_name on tenants (name_key, id);
