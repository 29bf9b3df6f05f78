package org.kukai.prompt;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * The prompts that come with Kukai, so that nobody has to bring their own: each topic of {@code starter/topics.txt} in one
 * of several phrasings. Which one hangs on the topic alone, so that adding the set twice adds nothing.
 */
@ApplicationScoped
public class StarterSet {
    private static final String SOURCE = "starter set";

    /** Each is grammatical around every noun phrase, singular or plural, with an article or none. */
    private static final List<String> PHRASINGS = List.of(
            "Write a haiku about %s.",
            "Please write a haiku about %s.",
            "Can you write a haiku about %s?",
            "Could you write me a haiku about %s?",
            "Compose a haiku about %s.",
            "I would like a haiku about %s.",
            "Write me a haiku that captures %s.",
            "Capture %s in a haiku.",
            "Describe %s in a haiku.",
            "How would you put %s into a haiku?",
            "What haiku comes to mind when you think of %s?",
            "Give me a short poem in 5-7-5 form about %s.",
            "Write three lines of five, seven and five syllables about %s.",
            "Let %s be the subject of a haiku.",
            "Would you make a haiku out of %s?",
            "Picture %s, then write a haiku.");

    private final PromptIntake intake;

    StarterSet(PromptIntake intake) {
        this.intake = intake;
    }

    /** How many prompts there are in the set. */
    public int size() {
        return Topics.ALL.size();
    }

    /** Adds those prompts of the set that are not there yet. */
    public Intake add() {
        return intake.add(rows(), Optional.empty(), SOURCE);
    }

    /** What the prompts of the set are about, in its order. */
    public static List<String> topics() {
        return Topics.ALL;
    }

    /** Prompts of the set about other topics, in different phrasings: always the same ones for a topic. */
    public static List<String> examples(String besides, int most) {
        long drawn = Long.parseUnsignedLong(Wording.sha256("examples " + besides), 0, 8, 16);
        return IntStream.range(0, Topics.ALL.size())
                .mapToObj(i -> Topics.ALL.get((int) ((drawn + i * 7L) % Topics.ALL.size())))
                .filter(topic -> !topic.equals(besides))
                .limit(most)
                .map(StarterSet::ask)
                .toList();
    }

    /** Whether the set was added before; a prompt that came another way first keeps this false. */
    public boolean isThere() {
        return Prompt.count("source", SOURCE) >= size();
    }

    static Iterator<Row> rows() {
        return IntStream.range(0, Topics.ALL.size())
                .<Row>mapToObj(i -> new Row.Text(i, 0, ask(Topics.ALL.get(i)), Topics.ALL.get(i)))
                .iterator();
    }

    private static String ask(String topic) {
        long drawn = Long.parseUnsignedLong(Wording.sha256("phrasing " + topic), 0, 8, 16);
        return PHRASINGS.get((int) (drawn % PHRASINGS.size())).formatted(topic);
    }

    /** Read when first asked for. */
    private static final class Topics {
        private static final List<String> ALL = read();

        private static List<String> read() {
            try (BufferedReader file = new BufferedReader(new InputStreamReader(
                    Objects.requireNonNull(StarterSet.class.getResourceAsStream("/starter/topics.txt")),
                    StandardCharsets.UTF_8))) {
                return file.lines().filter(line -> !line.startsWith("#")).toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private Topics() {}
    }
}
