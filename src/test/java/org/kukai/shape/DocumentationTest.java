package org.kukai.shape;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the documents say is true of the files: paths, links, pictures and the table of rooms. */
class DocumentationTest {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern NAMED_PATH =
            Pattern.compile("`((?:src|docs|docker|\\.ci|\\.mvn)/[^`\\s{}<>*]*|pom\\.xml|mvnw|README\\.md)`");
    private static final Pattern ROOM_ROW =
            Pattern.compile("^\\| `([a-z]+)` \\| ([^|]+) \\| ([^|]+) \\|$", Pattern.MULTILINE);

    private static List<Path> documents() {
        List<Path> documents = new ArrayList<>(Sources.below("docs", ".md"));
        documents.add(Path.of("README.md"));
        return documents;
    }

    @Test
    void everyLinkLeadsSomewhere() {
        assertThat(documents())
                .allSatisfy(document -> LINK.matcher(Sources.text(document))
                        .results()
                        .map(found -> found.group(1))
                        .filter(target -> !target.startsWith("http") && !target.startsWith("#"))
                        .forEach(target -> assertThat(folderOf(document).resolve(target.replaceFirst("#.*", "")))
                                .as("the link %s in %s", target, document)
                                .exists()));
    }

    @Test
    void everyFileThatIsNamedExists() {
        assertThat(documents())
                .allSatisfy(document -> NAMED_PATH
                        .matcher(Sources.text(document))
                        .results()
                        .forEach(found -> assertThat(Path.of(found.group(1)))
                                .as("named in %s", document)
                                .exists()));
    }

    @Test
    void everyDocumentIsReachedFromTheIndex() {
        String index = Sources.text(Path.of("docs/README.md"));
        assertThat(Sources.below("docs", ".md").stream()
                        .filter(document -> !document.endsWith("README.md"))
                        .map(document -> Path.of("docs").relativize(document).toString()))
                .allSatisfy(name -> assertThat(index).contains("](" + name + ")"));
    }

    @Test
    void theTableOfRoomsIsTheOneThatTheCodeKeepsTo() {
        List<String> shown = ROOM_ROW.matcher(Sources.text(Path.of("docs/architecture.md")))
                .results()
                .map(DocumentationTest::row)
                .toList();
        assertThat(shown)
                .isEqualTo(Rooms.TABLE.stream()
                        .map(room -> room.name() + " -> " + room.mayTouch())
                        .toList());
    }

    @Test
    void everyRoomOfTheTableIsBuilt() {
        assertThat(Rooms.TABLE)
                .allSatisfy(room -> assertThat(Files.isDirectory(Path.of("src/main/java/org/kukai", room.name())))
                        .as("the room %s", room.name())
                        .isTrue());
    }

    @Test
    void everyClickThatIsToldIsOnAPage() {
        String told = Sources.text(Path.of("docs/getting-started.md"));
        String clicks = told.substring(told.indexOf("## By clicks"), told.indexOf("## By commands"));
        List<String> pages = Sources.below("src/main/resources/templates", ".html").stream()
                .map(Sources::text)
                .toList();
        List<String> labels = Pattern.compile("\\*+([^*]+)\\*+")
                .matcher(clicks)
                .results()
                .map(found -> found.group(1).replaceAll("\\s+", " "))
                .toList();
        assertThat(labels)
                .hasSizeGreaterThan(8)
                .allSatisfy(label -> assertThat(pages)
                        .as("a page with “%s”", label)
                        .anyMatch(page -> page.contains(">" + label) || page.contains("}" + label)));
    }

    private static String row(MatchResult row) {
        List<String> touched = Pattern.compile("`([a-z]+)`")
                .matcher(row.group(3))
                .results()
                .map(found -> found.group(1))
                .toList();
        return row.group(1) + " -> " + touched;
    }

    private static Path folderOf(Path document) {
        return Objects.requireNonNullElse(document.getParent(), Path.of(""));
    }
}
