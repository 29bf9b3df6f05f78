package org.kukai.dataset;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.kukai.llm.ModelKind;

/** Counts what goes by while the pairs of a release are judged. */
final class Tally {
    private final TestSplit split;
    private long considered;
    private final Map<DropReason, Long> dropped = new EnumMap<>(DropReason.class);
    private final Map<Part, Long> rows = new EnumMap<>(Part.class);
    private final Map<Part, Long> prompts = new EnumMap<>(Part.class);
    private final Map<Part, Long> bytes = new EnumMap<>(Part.class);
    private final Map<Policy, Long> sources = new EnumMap<>(Policy.class);
    private long adjudicated;
    private final Map<Integer, Long> differences = new TreeMap<>();
    private final Map<String, Long> scorers = new TreeMap<>();
    private final Map<String, Manifest.Author> authors = new TreeMap<>();
    private final Set<UUID> runs = new TreeSet<>();
    private @Nullable UUID lastPrompt;
    private @Nullable PreferenceRow example;

    Tally(Terms terms) {
        this.split = new TestSplit(terms.testShare());
        Set.of(Part.values()).forEach(part -> {
            rows.put(part, 0L);
            prompts.put(part, 0L);
            bytes.put(part, 0L);
        });
    }

    void count(Outcome.Dropped drop) {
        considered++;
        dropped.merge(drop.reason(), 1L, Long::sum);
    }

    /** Counts a row of the prompt's part. Rows of one prompt come one after the other. */
    Part count(Outcome.Preferred preference, PreferenceRow row) {
        considered++;
        UUID prompt = preference.pair().promptId();
        Part part = split.holds(prompt) ? Part.TEST : Part.TRAIN;
        rows.merge(part, 1L, Long::sum);
        bytes.merge(part, row.arrowBytes(), Long::sum);
        if (!prompt.equals(lastPrompt)) {
            prompts.merge(part, 1L, Long::sum);
            lastPrompt = prompt;
        }
        sources.merge(preference.source(), 1L, Long::sum);
        adjudicated += row.adjudicated() ? 1 : 0;
        differences.merge((int) row.scoreDifference(), 1L, Long::sum);
        count(preference.chosen(), true);
        count(preference.rejected(), false);
        if (example == null && part == Part.TRAIN) {
            example = row;
        }
        return part;
    }

    private void count(Poem poem, boolean chosen) {
        scorers.merge(poem.scorer(), 1L, Long::sum);
        String author = poem.author() == null ? Manifest.UNKNOWN_AUTHOR : poem.author();
        Optional<String> kind =
                Optional.ofNullable(poem.author()).map(ModelKind::ofModel).map(ModelKind::prose);
        authors.merge(author, new Manifest.Author(author, kind, chosen ? 1 : 0, chosen ? 0 : 1), Manifest.Author::plus);
        if (poem.runId() != null) {
            runs.add(poem.runId());
        }
    }

    long rows(Part part) {
        return rows.getOrDefault(part, 0L);
    }

    long bytes(Part part) {
        return bytes.getOrDefault(part, 0L);
    }

    Set<UUID> runs() {
        return new HashSet<>(runs);
    }

    @Nullable
    PreferenceRow example() {
        return example;
    }

    long considered() {
        return considered;
    }

    Map<String, Long> dropped() {
        return Spelled.by(dropped, DropReason::spelled);
    }

    Map<String, Long> rows() {
        return Spelled.by(rows, Part::spelled);
    }

    Map<String, Long> prompts() {
        return Spelled.by(prompts, Part::spelled);
    }

    Map<String, Long> sources() {
        return Spelled.by(sources, Policy::spelled);
    }

    long adjudicated() {
        return adjudicated;
    }

    Map<String, Long> differences() {
        return Spelled.by(differences, String::valueOf);
    }

    Map<String, Long> scorers() {
        return scorers;
    }

    java.util.List<Manifest.Author> authors() {
        return java.util.List.copyOf(authors.values());
    }
}
