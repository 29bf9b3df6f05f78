-- What the server counted where that could not be, in a sentence: less is reckoned then.
alter table attempt add column count_note text;
alter table attempt_try add column count_note text;
