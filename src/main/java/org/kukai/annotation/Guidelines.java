package org.kukai.annotation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.LockModeType;

import org.hibernate.Session;

import org.kukai.account.Account;

/**
 * One text of a round's guidelines, in Markdown. A change makes a new one, and raters are shown it before they go on.
 *
 * @param version from 1 on
 */
public record Guidelines(int version, String text, Instant writtenAt, String writtenBy) {
    /** Every text that raters of the round were shown, the newest first. */
    public static List<Guidelines> of(Round round) {
        return Round.getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("""
                        select g.version, g.text, g.written_at, a.name
                        from guideline_version g join account a on a.id = g.written_by
                        where g.round_id = :round order by g.version desc""", Object[].class)
                .setParameter("round", round.id)
                .getResultStream()
                .map(row -> new Guidelines(
                        ((Number) row[0]).intValue(), (String) row[1], (Instant) row[2], (String) row[3]))
                .toList();
    }

    /**
     * Gives a round other guidelines; raters are shown them before they go on, and a vote that is under way counts. The same text again changes nothing.
     *
     * @throws org.kukai.RefusedException when the text is too long
     */
    public static void rewrite(Round round, String text, Account by, Instant now) {
        RoundDraft.checkGuidelines(text);
        Round.getEntityManager().refresh(round, LockModeType.PESSIMISTIC_WRITE);
        if (!text.equals(round.guidelines)) {
            round.guidelines = text;
            round.guidelinesVersion++;
            keep(round, by.id, now);
        }
    }

    /** Keeps the present text of the round under its version. */
    static void keep(Round round, UUID by, Instant now) {
        Round.getEntityManager()
                .createNativeQuery("""
                        insert into guideline_version (round_id, version, text, written_at, written_by)
                        values (:round, :version, :text, :now, :by)""")
                .setParameter("round", round.id)
                .setParameter("version", round.guidelinesVersion)
                .setParameter("text", round.guidelines)
                .setParameter("now", now)
                .setParameter("by", by)
                .executeUpdate();
    }
}
