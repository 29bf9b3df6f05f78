-- The search for words in haiku, whatever their case.
create index haiku_search on haiku using gin (lower(text) gin_trgm_ops);
