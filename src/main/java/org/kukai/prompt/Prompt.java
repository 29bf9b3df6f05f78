package org.kukai.prompt;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;

/** One request for a haiku, asked in the same words of every model. */
@Entity
public class Prompt extends PanacheEntityBase {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    public UUID id;

    public String text;
    String textKey;

    @Enumerated(EnumType.STRING)
    public Split split;

    public @Nullable String topic;
    public String source;
    public Instant createdAt;

    /** For Hibernate. */
    protected Prompt() {}

    /**
     * Makes one prompt; {@link PromptIntake} takes many.
     *
     * @param split null lets {@link Split} draw one
     * @param source where it came from, in a word or two for people
     * @throws RefusedException when the text cannot be a prompt, or is one already
     */
    public static Prompt create(String text, @Nullable Split split, String source, Instant now) {
        Wording wording = Wording.of(text);
        if (count("textKey", wording.key()) > 0) {
            throw new RefusedException(
                    RefusedException.Kind.CONFLICT, "There is such a prompt already: “" + wording.text() + "”.");
        }
        Prompt prompt = new Prompt();
        prompt.text = wording.text();
        prompt.textKey = wording.key();
        prompt.split = split == null ? Split.drawnFor(wording.text()) : split;
        prompt.source = source;
        prompt.createdAt = now;
        prompt.persist();
        return prompt;
    }

    /** The same request, if it is stored, in whatever case, spacing and end punctuation. */
    public static Optional<Prompt> findByText(String text) {
        return find("textKey", Wording.of(text).key()).firstResultOptional();
    }

    /**
     * The prompt of that id.
     *
     * @throws RefusedException when there is none
     */
    public static Prompt byId(UUID id) {
        return Prompt.<Prompt>findByIdOptional(id)
                .orElseThrow(
                        () -> new RefusedException(RefusedException.Kind.UNKNOWN, "There is no prompt " + id + "."));
    }

    /** The prompts that the filter lets through, newest first. */
    public static List<Prompt> newestFirst(PromptFilter filter, int offset, int limit) {
        return Prompt.<Prompt>find(filter.where() + " order by id desc", filter.values())
                .range(offset, offset + limit - 1)
                .list();
    }

    public static long count(PromptFilter filter) {
        return count(filter.where(), filter.values());
    }

    /**
     * Takes the prompt away. What was once asked of a model is part of the record and stays.
     *
     * @throws RefusedException when there are haiku for it, or a run holds it
     */
    public void remove() {
        delete();
        try {
            flush();
        } catch (ConstraintViolationException e) {
            throw new RefusedException(
                    RefusedException.Kind.CONFLICT,
                    "This prompt has haiku or is part of a generation run, so it stays: what was asked is part of the record.");
        }
    }
}
