-- The words of a text as they are looked up: small letters without accents, no apostrophes. It finds the haiku that a change of
-- one word's count may concern without reading all of them. Of very long texts, which are no poems, only the beginning counts.
create function spoken_words(spoken text) returns tsvector
    language sql immutable strict parallel safe
as $$
select to_tsvector('pg_catalog.simple'::regconfig,
                   regexp_replace(
                       regexp_replace(lower(normalize(left(spoken, 5000), nfkd)), '[\u0300-\u036f''‘’ʼ´`′]', '', 'g'),
                       '[^a-z0-9]+', ' ', 'g'))
$$;

create index haiku_words on haiku using gin (spoken_words(text));
