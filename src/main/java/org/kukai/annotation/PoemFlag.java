package org.kukai.annotation;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;

/** A rater's word that something is wrong with a poem, for an admin to decide. {@link Flags} raises and withdraws them. */
@Entity
public class PoemFlag extends PanacheEntityBase {
    /** What may be wrong with a poem. */
    public enum Kind {
        OFFENSIVE("offensive"),
        NOT_A_HAIKU("not a haiku"),
        COPIED("copied"),
        WRONG_COUNT("wrong count of syllables");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** As the API and forms spell it: {@code not-a-haiku}. */
        public String spelled() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** As pages say it. */
        public String words() {
            return words;
        }

        /**
         * The kind of that spelling.
         *
         * @throws RefusedException when there is none
         */
        public static Kind ofSpelled(String spelled) {
            return Arrays.stream(values())
                    .filter(kind -> kind.spelled().equals(spelled))
                    .findFirst()
                    .orElseThrow(() -> new RefusedException(
                            RefusedException.Kind.INVALID,
                            "A poem cannot be flagged as “" + spelled
                                    + "”. Say offensive, not-a-haiku, copied or wrong-count."));
        }
    }

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    public UUID id;

    public UUID roundId;
    public UUID assignmentId;

    /** Null for the text of an attention pair, which is no haiku. */
    public @Nullable UUID haikuId;

    /** Whether it is about the first of the pair's two texts. */
    boolean ofFirst;

    public UUID raterId;

    @Enumerated(EnumType.STRING)
    public Kind kind;

    public String note = "";
    public Instant flaggedAt;
    public @Nullable Instant withdrawnAt;

    /** For Hibernate. */
    protected PoemFlag() {}

    /**
     * The flag of that kind that the rater has raised on the poem, or a new one; said again, it is the last word that stays.
     *
     * @param haiku null when the text is none
     */
    static PoemFlag raise(Assignment turn, boolean ofFirst, @Nullable UUID haiku, Kind kind, String note, Instant now) {
        PoemFlag flag = PoemFlag.<PoemFlag>find(
                        "raterId = ?1 and kind = ?2 and (haikuId = ?3 or assignmentId = ?4 and ofFirst = ?5)",
                        turn.raterId,
                        kind,
                        haiku,
                        turn.id,
                        ofFirst)
                .<PoemFlag>firstResultOptional()
                .orElseGet(PoemFlag::new);
        flag.roundId = turn.roundId;
        flag.assignmentId = turn.id;
        flag.haikuId = haiku;
        flag.ofFirst = ofFirst;
        flag.raterId = turn.raterId;
        flag.kind = kind;
        flag.note = note;
        flag.flaggedAt = now;
        flag.withdrawnAt = null;
        flag.persist();
        return flag;
    }

    void withdraw(Instant now) {
        withdrawnAt = now;
    }

    /** Those of a round that stand, the newest first; one page, the first is 1. */
    public static List<PoemFlag> standing(UUID roundId, int page, int size) {
        return PoemFlag.<PoemFlag>find("roundId = ?1 and withdrawnAt is null order by flaggedAt desc, id desc", roundId)
                .page(page - 1, size)
                .list();
    }
}
