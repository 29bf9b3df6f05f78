package org.kukai.dictionary;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

import org.kukai.account.Account;

/** What somebody decided about a word, and when; the latest decision about a word stands. {@link Dictionary} makes them. */
@Entity
public class WordDecision extends PanacheEntityBase {
    private static final String OWN = "supersededIn is null and counts is not null and word like ?1";

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    public UUID id;

    public String word;

    /** The counts, the usual one first; null where the word was taken back. */
    public @Nullable List<Integer> counts;

    public String reason;

    @ManyToOne
    @JoinColumn(name = "decided_by")
    public Account decidedBy;

    public Instant decidedAt;
    long revision;

    @Nullable
    Long supersededIn;

    /** For Hibernate. */
    protected WordDecision() {}

    static WordDecision make(
            String word, @Nullable List<Integer> counts, String reason, UUID by, Instant now, long revision) {
        WordDecision decision = new WordDecision();
        decision.word = word;
        decision.counts = counts;
        decision.reason = reason;
        decision.decidedBy = getEntityManager().getReference(Account.class, by);
        decision.decidedAt = now;
        decision.revision = revision;
        decision.persist();
        return decision;
    }

    /** The counts that the installation has for a word, if it has any of its own; spelled as {@link OwnWord#entry} does. */
    public static Optional<WordDecision> own(String word) {
        return latest(word).filter(WordDecision::isSet);
    }

    /** The decision that stands for a word, which may be that it was taken back. */
    public static Optional<WordDecision> latest(String word) {
        return find("word = ?1 and supersededIn is null", word).firstResultOptional();
    }

    /** Everything that was decided about a word, the newest first. */
    public static List<WordDecision> history(String word, int most) {
        return WordDecision.<WordDecision>find("word = ?1 order by revision desc", word)
                .range(0, most - 1)
                .list();
    }

    /** The installation's own words, those decided last first; only those that begin so. */
    public static List<WordDecision> newestFirst(String beginning, int offset, int limit) {
        return WordDecision.<WordDecision>find(OWN + " order by id desc", like(beginning))
                .range(offset, offset + limit - 1)
                .list();
    }

    public static long countOwn(String beginning) {
        return count(OWN, like(beginning));
    }

    /** All own words in the order of the alphabet; there are never more than {@link Dictionary#MOST_WORDS}. */
    static List<WordDecision> alphabetically() {
        return find("from WordDecision d join fetch d.decidedBy where d.supersededIn is null and d.counts is not null"
                        + " order by d.word")
                .list();
    }

    private static String like(String beginning) {
        return beginning.replaceAll("[\\\\%_]", "\\\\$0").replace("\0", "") + "%";
    }

    /** Whether it sets counts; else it took the word back. */
    public boolean isSet() {
        return counts != null;
    }

    /** Whether nothing was decided about the word since. */
    public boolean isStanding() {
        return supersededIn == null;
    }

    /** What was decided about the word before this. */
    Optional<WordDecision> before() {
        return find("word = ?1 and revision < ?2 order by revision desc", word, revision)
                .firstResultOptional();
    }

    /** At once, so that the row of the later decision finds the place free. */
    void supersede(long by) {
        update("supersededIn = ?1 where id = ?2", by, id);
    }
}
