-- Searching inside names at a million customers of one partner. An index of partner and trigrams has to look up the partner's
-- list of a million rows once for every hit; one of trigrams alone is quick, but reads other partners' customers wherever a word
-- is rare here and common there. So each three letters are kept with a mark of their partner: its own short lists, and no other's.

-- Every three letters in a row of a customer's text, each behind eight letters that stand for the partner. Partners whose
-- marks are the same cost each other time, never rows: whoever asks filters by partner as well.
create function customer_grams(partner uuid, words text) returns text[]
language sql immutable strict parallel safe
return array(select distinct left(md5(partner::text), 8) || substr(words, place, 3) from generate_series(1, length(words) - 2) place);

drop index customers_inside;
create index customers_inside on customer_accounts using gin (customer_grams(partner_id, search_text)) where ended_at is null;
