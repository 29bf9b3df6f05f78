package org.kukai.dataset;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * What {@code manifest.json} says. Nothing in it tells one build from another of the same terms and data: no time, no name, no
 * identifier of the release.
 *
 * @param kukai the version of the program that built it
 * @param pairs how many were looked at and what became of them
 * @param rows by split
 * @param prompts by split; each is in one only
 * @param sources rows by whose word it was
 * @param adjudicated rows that an admin has decided, in place of raters who were split; they are among the sources
 * @param scoreDifferences rows by chosen score less rejected score
 * @param scorers poems by the version of the scorer that gave their score
 * @param authors who wrote the poems, by name
 * @param generation how the poems were made
 * @param files every other file
 */
@JsonPropertyOrder({
    "format",
    "kukai",
    "terms",
    "pairs",
    "rows",
    "prompts",
    "sources",
    "adjudicated",
    "scoreDifferences",
    "scorers",
    "authors",
    "generation",
    "annotation",
    "files"
})
public record Manifest(
        String format,
        String kukai,
        TermsUsed terms,
        Pairs pairs,
        Map<String, Long> rows,
        Map<String, Long> prompts,
        Map<String, Long> sources,
        long adjudicated,
        Map<String, Long> scoreDifferences,
        Map<String, Long> scorers,
        List<Author> authors,
        List<Generation> generation,
        Optional<Annotation> annotation,
        List<FileEntry> files) {
    static final String FORMAT = "kukai-release/1";
    static final String PATH = "manifest.json";
    static final String UNKNOWN_AUTHOR = "unknown";

    Manifest withFiles(List<FileEntry> listed) {
        return new Manifest(
                format,
                kukai,
                terms,
                pairs,
                rows,
                prompts,
                sources,
                adjudicated,
                scoreDifferences,
                scorers,
                authors,
                generation,
                annotation,
                List.copyOf(listed));
    }

    /** The terms, as the API spells them. */
    @JsonPropertyOrder({"policy", "minScoreDifference", "minVotes", "minAgreement", "testShare", "license"})
    public record TermsUsed(
            String policy,
            int minScoreDifference,
            int minVotes,
            double minAgreement,
            double testShare,
            String license) {
        public static TermsUsed of(Terms terms) {
            return new TermsUsed(
                    terms.policy().spelled(),
                    terms.minScoreDifference(),
                    terms.minVotes(),
                    terms.minAgreement(),
                    terms.testShare(),
                    terms.licence().id());
        }
    }

    /**
     * How many pairs were looked at and what became of them.
     *
     * @param dropped by the reason why they gave no row; reasons that did not occur are left out
     */
    @JsonPropertyOrder({"considered", "kept", "dropped"})
    public record Pairs(long considered, long kept, Map<String, Long> dropped) {}

    /**
     * Poems of one author, by the side on which they stand.
     *
     * @param kind what the author is, in words; empty when that is not known
     */
    @JsonPropertyOrder({"model", "kind", "chosen", "rejected"})
    public record Author(String model, Optional<String> kind, long chosen, long rejected) {
        Author plus(Author other) {
            return new Author(model, kind, chosen + other.chosen, rejected + other.rejected);
        }
    }

    /** One way in which poems of the release were made; runs that were set up alike are one. */
    @JsonPropertyOrder({"model", "temperature", "maxTokens", "system", "user"})
    public record Generation(String model, double temperature, int maxTokens, String system, String user) {}

    /**
     * The votes that counted, and the rounds they are from. Of one rater's votes on the same two poems the latest counts.
     *
     * @param pairs different pairs of poems, whatever rounds showed them
     * @param leftVotes votes for the poem on the left, whichever that was
     * @param rightVotes votes for the poem on the right
     * @param lighterVotes votes that count for less than one, as an admin has decided about their raters
     * @param agreement the share of agreeing pairs of votes among all pairs of votes on the same two poems, not corrected for
     *     chance; empty when no two poems have two votes
     */
    @JsonPropertyOrder({
        "rounds",
        "pairs",
        "raters",
        "votes",
        "leftVotes",
        "rightVotes",
        "tieVotes",
        "neitherVotes",
        "lighterVotes",
        "agreement",
        "asked"
    })
    public record Annotation(
            long rounds,
            long pairs,
            long raters,
            long votes,
            long leftVotes,
            long rightVotes,
            long tieVotes,
            long neitherVotes,
            long lighterVotes,
            Optional<Double> agreement,
            List<Asked> asked) {}

    /** What raters were asked, and by which guidelines (Markdown). */
    @JsonPropertyOrder({"question", "guidelines"})
    public record Asked(String question, String guidelines) {}

    /** A file and what proves that it is whole. */
    @JsonPropertyOrder({"path", "rows", "bytes", "sha256"})
    public record FileEntry(String path, Optional<Long> rows, long bytes, String sha256) {}
}
