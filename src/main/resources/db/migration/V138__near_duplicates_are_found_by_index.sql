-- What was written of late stands in the index proper, not in a list beside it that every search reads to its end.
alter index prompt_words set (fastupdate = off);
alter index written_prompt_words set (fastupdate = off);
select gin_clean_pending_list('prompt_words'), gin_clean_pending_list('written_prompt_words');
