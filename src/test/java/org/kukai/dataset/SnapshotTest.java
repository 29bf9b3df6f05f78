package org.kukai.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * What a release holds, by files that a person has read and agreed to ({@code src/test/resources/dataset/golden}). To agree to others,
 * run this with {@code -Dgolden.write=true} and read the difference.
 */
@QuarkusTest
class SnapshotTest {
    private static final Path GOLDEN = Path.of("src/test/resources/dataset/golden");

    @TempDir
    Path folder;

    private ScratchDatabase database;
    private Connection connection;
    private Story story;

    @BeforeEach
    void beginAStory() throws SQLException {
        database = ScratchDatabase.make();
        connection = database.connect();
        story = new Story(connection, 1);
    }

    @AfterEach
    void forgetIt() throws SQLException {
        connection.close();
        database.close();
    }

    @Test
    void writesTheFilesThatWereAgreed() throws Exception {
        Stories.small(story);
        take(Terms.USUAL, "a");
        for (String path : List.of("README.md", "manifest.json", "jsonl/train.jsonl", "jsonl/test.jsonl")) {
            Path written = folder.resolve("a").resolve(path);
            Path golden = GOLDEN.resolve(path);
            if (Boolean.getBoolean("golden.write")) {
                Files.createDirectories(golden.getParent());
                Files.copy(written, golden, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
            assertThat(written).as(path).hasSameTextualContentAs(golden);
        }
    }

    @Test
    void givesTheSameBytesTwice() throws Exception {
        Stories.small(story);
        Snapshot first = take(Terms.USUAL, "a");
        Snapshot second = take(Terms.USUAL, "b");
        assertThat(second).isEqualTo(first);
        assertThat(Files.readAllBytes(folder.resolve("a/release.zip")))
                .isEqualTo(Files.readAllBytes(folder.resolve("b/release.zip")));
        assertThat(first.zip().sha256()).isEqualTo(second.zip().sha256());
    }

    @Test
    void readsBackFromParquetWhatTheJsonLinesSay() throws Exception {
        Stories.small(story);
        take(Terms.USUAL, "a");
        for (Part part : Part.values()) {
            Path parquet = folder.resolve("a").resolve(part.parquet());
            assertThat(ParquetReader.read(parquet)).isNotEmpty().isEqualTo(lines("a", part.spelled()));
            assertThat(ParquetReader.columns(parquet))
                    .isEqualTo(java.util.Arrays.stream(Column.values())
                            .map(Column::spelled)
                            .toList());
        }
    }

    @Test
    void marksWhatAnAdminHasDecidedAndSaysWhatVotesCountFor() throws Exception {
        Stories.small(story);
        UUID round = story.round("Which?", "");
        UUID snow = story.prompt("Write a haiku about snow.");
        UUID white = story.poem(snow, "composer", 4, "snow a\nsnow b\nsnow c");
        UUID grey = story.poem(snow, "composer", 4, "slush a\nslush b\nslush c");
        UUID third = story.poem(snow, "composer", 4, "ice a\nice b\nice c");
        story.adjudicate(round, story.pair(round, snow, white, grey, "12"), "SECOND");
        story.pair(round, snow, white, third, "1.11");
        story.weigh(round, 0, "0.3");
        take(Terms.USUAL, "a");
        List<PreferenceRow> rows = new ArrayList<>();
        for (Part part : Part.values()) {
            rows.addAll(ParquetReader.read(folder.resolve("a").resolve(part.parquet())));
            assertThat(ParquetReader.read(folder.resolve("a").resolve(part.parquet())))
                    .isEqualTo(lines("a", part.spelled()));
        }
        assertThat(rows).filteredOn(PreferenceRow::adjudicated).singleElement().satisfies(row -> {
            assertThat(row.chosenId()).isEqualTo(grey.toString());
            assertThat(row.preferenceSource()).isEqualTo("human");
            assertThat(row.votesChosen()).isOne();
            assertThat(row.weightRejected()).isEqualTo(0.3);
        });
        assertThat(rows)
                .filteredOn(row -> row.rejectedId().equals(third.toString()))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.votesChosen()).isEqualTo(3);
                    assertThat(row.weightChosen()).isEqualTo(2.3);
                    assertThat(row.agreement()).isEqualTo(1.0);
                });
        assertThat(Files.readString(folder.resolve("a/manifest.json")))
                .contains("\"adjudicated\": 1")
                .contains("\"lighterVotes\": 2");
        assertThat(Files.readString(folder.resolve("a/README.md")))
                .contains("An admin decided 1 of these rows")
                .contains("2 votes count for less than one");
    }

    @Test
    void zipsExactlyTheFilesThatItLists() throws Exception {
        Stories.small(story);
        Snapshot snapshot = take(Terms.USUAL, "a");
        List<String> zipped = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(folder.resolve("a/release.zip")))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                zipped.add(entry.getName());
                assertThat(zip.readAllBytes())
                        .isEqualTo(Files.readAllBytes(folder.resolve("a").resolve(entry.getName())));
            }
        }
        assertThat(zipped)
                .isEqualTo(
                        snapshot.files().stream().map(Manifest.FileEntry::path).toList())
                .containsExactly(
                        "README.md",
                        "manifest.json",
                        "data/train-00000-of-00001.parquet",
                        "data/test-00000-of-00001.parquet",
                        "jsonl/train.jsonl",
                        "jsonl/test.jsonl");
    }

    @Test
    void keepsAPromptInOneSplitAndHeldOutPromptsInNone() throws Exception {
        Stories.large(story);
        take(new Terms(Policy.COMBINED, 1, 2, 0.6, 0.3, Licence.CC_BY_4_0), "a");
        Set<String> train = new HashSet<>();
        Set<String> test = new HashSet<>();
        lines("a", "train").forEach(row -> train.add(row.promptId()));
        lines("a", "test").forEach(row -> test.add(row.promptId()));
        assertThat(train).hasSizeGreaterThan(20).doesNotContainAnyElementsOf(test);
        assertThat(test).hasSizeGreaterThan(5);
        assertThat(Files.readString(folder.resolve("a/jsonl/train.jsonl"))
                        + Files.readString(folder.resolve("a/jsonl/test.jsonl")))
                .doesNotContain("held out topic");
    }

    @Test
    void neverWritesATieOrTheSameTextTwice() throws Exception {
        Stories.large(story);
        for (Policy policy : Policy.values()) {
            take(new Terms(policy, 0, 1, 0, 0.1, Licence.CC_BY_4_0), policy.spelled());
            Map<String, PreferenceRow> byPair = new TreeMap<>();
            List<PreferenceRow> rows = new ArrayList<>(lines(policy.spelled(), "train"));
            rows.addAll(lines(policy.spelled(), "test"));
            assertThat(rows).isNotEmpty();
            for (PreferenceRow row : rows) {
                String chosen = row.chosen().getFirst().content();
                String rejected = row.rejected().getFirst().content();
                assertThat(org.kukai.haiku.Fingerprint.of(chosen))
                        .isNotEqualTo(org.kukai.haiku.Fingerprint.of(rejected));
                assertThat(chosen).isNotBlank();
                assertThat(rejected).isNotBlank();
                if (!row.preferenceSource().equals("form")) {
                    assertThat(row.votesChosen()).isGreaterThan(Math.max(row.votesRejected(), row.votesTie()));
                } else {
                    assertThat(row.scoreDifference()).isNotNegative();
                }
                Set<String> pair = new java.util.TreeSet<>(List.of(row.chosenId(), row.rejectedId()));
                assertThat(byPair.put(pair.toString(), row)).isNull();
            }
        }
    }

    @Test
    void saysWhatToDoWhenNoRowIsLeft() throws Exception {
        assertThatThrownBy(() -> take(Terms.USUAL, "a"))
                .isInstanceOf(EmptyReleaseException.class)
                .hasMessageContaining("There are no haiku. Start a generation run");
        UUID prompt = story.prompt("Write a haiku about snow.");
        story.poem(prompt, "m", 4, "a\nb\nc");
        story.poem(prompt, "m", 3, "d\ne\nf");
        assertThatThrownBy(() -> take(Terms.USUAL, "b"))
                .hasMessageContaining("1 were looked at and all were dropped (small-gap: 1)");
        assertThatThrownBy(() -> take(new Terms(Policy.HUMAN, 2, 2, 0.6, 0.1, Licence.CC_BY_4_0), "c"))
                .hasMessageContaining("Open a round");
    }

    private Snapshot take(Terms terms, String name) throws SQLException, IOException {
        Path target = Files.createDirectory(folder.resolve(name));
        connection.setAutoCommit(false);
        try {
            return Snapshot.take(connection, terms, target, "test");
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private List<PreferenceRow> lines(String name, String part) throws IOException {
        return Files.readAllLines(folder.resolve(name).resolve("jsonl/" + part + ".jsonl")).stream()
                .map(line -> Json.read(line, PreferenceRow.class))
                .toList();
    }
}
