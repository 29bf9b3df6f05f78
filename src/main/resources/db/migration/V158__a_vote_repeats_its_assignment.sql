-- A vote's round, pair and rater repeat those of its assignment, and an assignment's round that of its pair: they are copied by the
-- statement that writes the row, so that lists need no join, and what they are copied from is checked. To check them again cost every
-- vote four look-ups and a shared lock on the one row of its round, which all raters of the round then wrote to.
alter table vote
    drop constraint vote_round_id_fkey,
    drop constraint vote_pair_id_fkey,
    drop constraint vote_rater_id_fkey;

alter table assignment
    drop constraint assignment_round_id_fkey;
