package org.kukai.correction;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

import org.kukai.account.Account;
import org.kukai.haiku.Haiku;

/** A rater says that a word was counted wrong in a poem they have voted on. {@link WordReports} takes them. */
@Entity
public class WordReport extends PanacheEntityBase {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    public UUID id;

    /** As the dictionary spells it. */
    public String word;

    @ManyToOne
    @JoinColumn(name = "haiku_id")
    public Haiku haiku;

    UUID assignmentId;

    @ManyToOne
    @JoinColumn(name = "rater_id")
    public Account rater;

    /** The counts at the time, the usual one first. */
    public List<Integer> counted;

    /** How many syllables the rater hears. */
    public int heard;

    public String note;
    public Instant reportedAt;

    @Nullable
    UUID rulingId;

    /** For Hibernate. */
    protected WordReport() {}

    static WordReport make(
            String word,
            UUID haiku,
            UUID assignment,
            UUID rater,
            List<Integer> counted,
            int heard,
            String note,
            Instant now) {
        WordReport report = new WordReport();
        report.word = word;
        report.haiku = getEntityManager().getReference(Haiku.class, haiku);
        report.assignmentId = assignment;
        report.rater = getEntityManager().getReference(Account.class, rater);
        report.counted = counted;
        report.heard = heard;
        report.note = note;
        report.reportedAt = now;
        report.persist();
        return report;
    }

    /** The words that a rater has reported in a poem. */
    static Set<String> wordsOf(UUID haiku, UUID rater) {
        return WordReport.<WordReport>list("haiku.id = ?1 and rater.id = ?2", haiku, rater).stream()
                .map(report -> report.word)
                .collect(Collectors.toSet());
    }

    static long countSince(UUID rater, Instant since) {
        return count("rater.id = ?1 and reportedAt > ?2", rater, since);
    }

    /** The open reports of a word, the oldest first. */
    public static List<WordReport> open(String word, int most) {
        return WordReport.<WordReport>find("word = ?1 and rulingId is null order by id", word)
                .range(0, most - 1)
                .list();
    }

    /** How many words have open reports. */
    public static long countOpenWords() {
        return getEntityManager()
                .createQuery("select count(distinct word) from WordReport where rulingId is null", Long.class)
                .getSingleResult();
    }
}
