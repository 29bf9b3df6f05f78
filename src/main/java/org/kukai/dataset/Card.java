package org.kukai.dataset;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.kukai.llm.ModelKind;

/** The prose of {@code README.md}: what is in the release, how it was made, and what it is not good for. */
record Card(Terms terms, Tally tally, Manifest manifest) {
    private static final double PER_CENT = 100;

    /** Header and body. */
    String text() {
        return new CardHeader(terms, tally, manifest.files()).text()
                + "\n"
                + Stream.of(description(), uses(), structure(), making(), annotation(), limits(), citation())
                        .filter(section -> !section.isEmpty())
                        .collect(Collectors.joining("\n"));
    }

    private String description() {
        return String.format(
                Locale.ROOT,
                """
                # Haiku preferences

                Pairs of English haiku on the same prompt, one preferred to the other, in the format that preference trainers
                take as it is: %d rows on %d prompts for training and %d rows on %d prompts for testing. %s.

                A prompt is wholly in one split, by a hash of its identifier. Prompts that are held out for evaluation are in neither.
                """,
                tally.rows(Part.TRAIN),
                manifest.prompts().get(Part.TRAIN.spelled()),
                tally.rows(Part.TEST),
                manifest.prompts().get(Part.TEST.spelled()),
                terms.policy().meaning());
    }

    private String uses() {
        return "## Uses\n\n" + writers().uses();
    }

    private Writers writers() {
        return new Writers(manifest.authors());
    }

    private String structure() {
        String columns = Stream.of(Column.values())
                .map(column ->
                        "| `" + column.spelled() + "` | " + column.type().dtype() + " | " + column.meaning() + " |\n")
                .collect(Collectors.joining());
        return """
                ## Structure

                One configuration, `default`: Parquet under `data/`, the same rows as JSON lines under `jsonl/`. Scores are 0 for a text
                that is not three lines, else 1 plus the number of lines that can be read with 5, 7 and 5 syllables: 4 is a haiku in form.

                | column | type | meaning |
                |---|---|---|
                """
                + columns
                + "\nThe first row of the train split:\n\n```json\n"
                + Json.pretty(Objects.requireNonNull(tally.example(), "a release has rows"))
                + "```\n";
    }

    private String making() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                """
                ## How it was made

                %s; a scorer took the poem out of each answer, counted its syllables and gave the score (%s).
                %d pairs were looked at and %d became rows. A pair is two poems that differ after normalising. A tie is never a row.%s%s
                """,
                writers().wrote(),
                manifest.scorers().keySet().stream()
                        .map(version -> "`" + version + "`")
                        .collect(Collectors.joining(", ", "versions: ", "")),
                manifest.pairs().considered(),
                manifest.pairs().kept(),
                terms.policy().readsScores() ? byForm() : "",
                terms.policy().readsVotes() ? byRaters() : ""));
        text.append("\n| rows decided by | number |\n|---|---|\n");
        manifest.sources().forEach((source, count) -> text.append(tableRow(source, count)));
        if (manifest.adjudicated() > 0) {
            text.append(String.format(
                    Locale.ROOT,
                    "\nAn admin decided %d of these rows, where the raters were split: `adjudicated` is true there.\n",
                    manifest.adjudicated()));
        }
        if (!manifest.pairs().dropped().isEmpty()) {
            text.append("\n| pairs dropped | number | because |\n|---|---|---|\n");
            manifest.pairs()
                    .dropped()
                    .forEach((reason, count) -> text.append(
                            tableRow(reason, count, DropReason.parse(reason).meaning())));
        }
        text.append("\n| poems written by | kind | chosen | rejected |\n|---|---|---|---|\n");
        manifest.authors()
                .forEach(author -> text.append(tableRow(
                        author.model(), author.kind().orElse("not known"), author.chosen(), author.rejected())));
        text.append("\n| score difference | rows |\n|---|---|\n");
        manifest.scoreDifferences().forEach((difference, count) -> text.append(tableRow(difference, count)));
        for (Manifest.Generation way : manifest.generation()) {
            text.append(String.format(
                    Locale.ROOT,
                    "\n%s, temperature %s, at most %d tokens, was asked with this system message and this prompt:\n\n",
                    Markdown.inline(ModelKind.shown(way.model())),
                    way.temperature(),
                    way.maxTokens()));
            text.append(Markdown.block(way.system())).append('\n').append(Markdown.block(way.user()));
        }
        return text.toString();
    }

    private String byForm() {
        return String.format(Locale.ROOT, """


                By form: each prompt's best poem is set against its worst, and the higher score wins, between equals the poem that is
                5-7-5 by the usual counts alone, then the one without chatter around it; the scores differ by at least %d.""", terms.minScoreDifference());
    }

    private String byRaters() {
        return String.format(Locale.ROOT, """


                By raters: of at least %d votes the answer of a majority, more than half of the votes and a share of at least %s, decides.""", terms.minVotes(), terms.minAgreement())
                + (terms.policy() == Policy.COMBINED ? " Where raters and form disagree, the raters win." : "");
    }

    private String annotation() {
        return manifest.annotation()
                .map(votes -> {
                    StringBuilder text = new StringBuilder(String.format(
                            Locale.ROOT,
                            """
                            ## Annotation

                            Raters saw two poems side by side, without author or score, sides shuffled for each rater: %d votes by %d raters
                            on %d pairs, %.1f votes a pair. %d votes (%.1f %%) were for a tie and %d for neither. Of the votes for a side,
                            %.1f %% went to the left one (50 %% would be no position bias). %s
                            """,
                            votes.votes(),
                            votes.raters(),
                            votes.pairs(),
                            (double) votes.votes() / votes.pairs(),
                            votes.tieVotes(),
                            PER_CENT * votes.tieVotes() / votes.votes(),
                            votes.neitherVotes(),
                            PER_CENT * votes.leftVotes() / Math.max(1, votes.leftVotes() + votes.rightVotes()),
                            agreement(votes.agreement())));
                    text.append(lighter(votes));
                    votes.asked()
                            .forEach(asked -> text.append("\nAsked was:\n\n")
                                    .append(Markdown.block(asked.question()))
                                    .append(asked.guidelines().isBlank() ? "" : "\nby these guidelines:\n\n")
                                    .append(asked.guidelines().isBlank() ? "" : Markdown.block(asked.guidelines())));
                    return text.toString();
                })
                .orElse("");
    }

    private static String lighter(Manifest.Annotation votes) {
        return votes.lighterVotes() == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        "\n%d votes count for less than one, as was decided about their raters: `weight_chosen`, `weight_rejected`"
                                + " and\n`weight_tie` are what the votes of a row come to, and what quorum, majority and agreement go by.\n",
                        votes.lighterVotes());
    }

    private static String agreement(Optional<Double> share) {
        return share.map(value -> String.format(
                        Locale.ROOT,
                        "Of all pairs of votes on the same two poems %.1f %% said the\nsame (raw agreement, not corrected for chance).",
                        PER_CENT * value))
                .orElse("No two poems had\ntwo votes, so nothing can be said of agreement.");
    }

    private String limits() {
        return """
                ## Known limits

                Syllables are counted by dictionary, rules and a model, for general American English; rare words and names can be wrong,
                and a word may be read in more than one way. The form says nothing of beauty: rows decided by `form` teach to
                count, not to write. Raters are few, and their taste is their own.
                """ + writers().limits();
    }

    private String citation() {
        return String.format(
                Locale.ROOT, """
                ## Licence and citation

                [%s](%s). Built by Kukai %s; `manifest.json` has the terms, the counts and the SHA-256 of every file.
                """, terms.licence().title(), terms.licence().address(), manifest.kukai());
    }

    private static String tableRow(Object... cells) {
        return Stream.of(cells)
                .map(cell -> Markdown.inline(String.valueOf(cell)))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
