package org.kukai.correction;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;
import org.kukai.account.Account;

/** What an admin made of all reports of a word that were open then. {@link WordRulings} makes and withdraws them. */
@Entity
public class WordRuling extends PanacheEntityBase {
    /** Yes or no. */
    public enum Verdict {
        ACCEPTED,
        DISMISSED;

        public String spelled() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    public UUID id;

    public String word;

    @Enumerated(EnumType.STRING)
    public Verdict verdict;

    public String reason;

    /** What was set by accepting; null where it stood already. */
    @Nullable
    UUID decisionId;

    @ManyToOne
    @JoinColumn(name = "ruled_by")
    public Account ruledBy;

    public Instant ruledAt;

    @Nullable
    UUID withdrawnBy;

    public @Nullable Instant withdrawnAt;

    /** For Hibernate. */
    protected WordRuling() {}

    static WordRuling make(String word, Verdict verdict, String reason, @Nullable UUID decision, UUID by, Instant now) {
        WordRuling ruling = new WordRuling();
        ruling.word = word;
        ruling.verdict = verdict;
        ruling.reason = reason;
        ruling.decisionId = decision;
        ruling.ruledBy = getEntityManager().getReference(Account.class, by);
        ruling.ruledAt = now;
        ruling.persistAndFlush();
        return ruling;
    }

    static WordRuling locked(UUID id) {
        WordRuling ruling = WordRuling.<WordRuling>findByIdOptional(id)
                .orElseThrow(
                        () -> new RefusedException(RefusedException.Kind.UNKNOWN, "There is no ruling " + id + "."));
        getEntityManager().refresh(ruling, LockModeType.PESSIMISTIC_WRITE);
        return ruling;
    }

    public static List<WordRuling> newestFirst(int offset, int limit) {
        return WordRuling.<WordRuling>find("order by id desc")
                .range(offset, offset + limit - 1)
                .list();
    }

    public boolean isWithdrawn() {
        return withdrawnAt != null;
    }

    void withdraw(UUID by, Instant now) {
        if (isWithdrawn()) {
            throw new RefusedException(
                    RefusedException.Kind.CONFLICT, "That ruling on “" + word + "” is withdrawn already.");
        }
        withdrawnBy = by;
        withdrawnAt = now;
    }
}
