package org.kukai.shape;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** How large a part may be, what a package says about itself, and what must not stand anywhere in the repository. */
class SourcesTest {
    private static final int CLASS_LINES = 250;
    private static final int PROSE_LETTERS = 50;
    private static final Pattern PACKAGE_PROSE =
            Pattern.compile("^/\\*\\*(.*?)\\*/\\s*@NullMarked\\s*package ", Pattern.DOTALL);

    /** Written apart, so that this list is not found by itself. */
    private static final List<Pattern> FORBIDDEN = List.of(
            Pattern.compile("TO" + "DO|FIX" + "ME"),
            Pattern.compile("(?<![A-Za-z0-9_.~}])/(wor" + "k|far" + "m|roo" + "t)/"),
            Pattern.compile("https?://(repo|registry|deb|security)[0-9]*\\.[a-z]" + "[a-z.]+"));

    @Test
    void noClassIsLongerThanAReaderCanHoldInMind() {
        assertThat(Stream.concat(
                                Sources.below("src/main/java", ".java").stream(),
                                Sources.below("src/test/java", ".java").stream())
                        .filter(file -> Sources.lines(file) > CLASS_LINES))
                .as("classes of more than %d lines: cut them by capability", CLASS_LINES)
                .isEmpty();
    }

    @Test
    void everyPackageSaysWhatItIsFor() {
        List<Path> folders = Sources.below("src/main/java", ".java").stream()
                .map(file -> Objects.requireNonNull(file.getParent()))
                .distinct()
                .toList();
        assertThat(folders).allSatisfy(folder -> {
            Path prose = folder.resolve("package-info.java");
            assertThat(Files.exists(prose)).as("%s exists", prose).isTrue();
            Matcher matcher = PACKAGE_PROSE.matcher(Sources.text(prose));
            assertThat(matcher.find()).as("%s has prose and @NullMarked", prose).isTrue();
            assertThat(matcher.group(1).strip()).as(prose.toString()).hasSizeGreaterThan(PROSE_LETTERS);
        });
    }

    @Test
    void nothingIsLeftForLaterAndNoMachineIsNamed() {
        assertThat(Sources.below(".", "").stream().filter(SourcesTest::isText).flatMap(SourcesTest::forbiddenLines))
                .isEmpty();
    }

    private static Stream<String> forbiddenLines(Path file) {
        return Sources.text(file)
                .lines()
                .filter(line ->
                        FORBIDDEN.stream().anyMatch(words -> words.matcher(line).find()))
                .map(line -> file + ": " + line.strip());
    }

    private static boolean isText(Path file) {
        String name = file.toString();
        return Stream.of(
                        ".java",
                        ".md",
                        ".html",
                        ".css",
                        ".js",
                        ".xml",
                        ".properties",
                        ".sql",
                        ".yml",
                        ".yaml",
                        ".sh",
                        "mvnw",
                        "run",
                        "Dockerfile",
                        ".txt",
                        ".json")
                .anyMatch(name::endsWith);
    }
}
