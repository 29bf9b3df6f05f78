package org.kukai.haiku;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

import org.kukai.prompt.Prompt;

/**
 * A candidate: the text that was found in somebody's answer to a prompt, and its score. It does not know how it was made,
 * so that generated, imported and hand-written poems are alike.
 */
@Entity
public class Haiku extends PanacheEntityBase {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    public UUID id;

    @ManyToOne
    @JoinColumn(name = "prompt_id")
    public Prompt prompt;

    /** The poem without chatter, lines joined by a line feed; see {@link Verdict#text}. */
    public String text;

    /** 0 when there are not three lines, else 1 plus the lines on target; 4 is a technically correct haiku. */
    public short score;

    /** Whether it is 5-7-5 by the usual count of every word. */
    public boolean strict575;

    /** Whether anything had to be taken away from the answer. */
    public boolean chatter;

    public @Nullable String problem;

    /** The version of the scorer that gave this score. */
    public String scorer;

    /** See {@link Fingerprint}. */
    public String fingerprint;

    public Instant createdAt;

    /** For Hibernate. */
    protected Haiku() {}

    /** Keeps a candidate with the verdict on it. */
    public static Haiku keep(Prompt prompt, Verdict verdict, String scorerVersion, Instant now) {
        Haiku haiku = new Haiku();
        haiku.prompt = prompt;
        haiku.text = verdict.text();
        haiku.score = (short) verdict.score();
        haiku.strict575 = verdict.strict575();
        haiku.chatter = verdict.chatter();
        haiku.problem = verdict.problem();
        haiku.scorer = scorerVersion;
        haiku.fingerprint = Fingerprint.of(verdict.text());
        haiku.createdAt = now;
        haiku.persist();
        return haiku;
    }

    /** The candidates of a prompt, best first. */
    public static List<Haiku> bestFirst(Prompt prompt) {
        return list("prompt = ?1 order by score desc, strict575 desc, chatter, id", prompt);
    }

    /** A part of the candidates of a prompt, best first. */
    public static List<Haiku> bestFirst(Prompt prompt, int offset, int limit) {
        return Haiku.<Haiku>find("prompt = ?1 order by score desc, strict575 desc, chatter, id", prompt)
                .range(offset, offset + limit - 1)
                .list();
    }

    /** Whether it is a technically correct haiku: three lines that can be read as 5, 7 and 5 syllables. */
    public boolean isForm575() {
        return score == 4;
    }
}
