-- What the partner's own lists are searched by; written by the application (domain/names searchKey), like every such key.
alter table relationship_requests add column named_key text collate "C" not null default '';
