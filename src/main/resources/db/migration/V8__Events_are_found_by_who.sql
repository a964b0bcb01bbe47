-- The audit trail is filtered by words in the name.
create index event_by_name_words on event using gin (by_name gin_trgm_ops);
