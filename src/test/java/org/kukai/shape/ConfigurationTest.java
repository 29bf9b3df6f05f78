package org.kukai.shape;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code docs/configuration.md} lists every setting of Kukai's own, and nothing that is not one. */
class ConfigurationTest {
    private static final Pattern READ =
            Pattern.compile("(?:@ConfigProperty\\(\\s*name\\s*=\\s*|[sS]etting\\(|getOptionalValue\\(|getValue\\()\\s*"
                    + "\"(kukai\\.[a-z0-9.-]+)\"");
    private static final Pattern PREFIX = Pattern.compile("@ConfigMapping\\(\\s*prefix\\s*=\\s*\"(kukai[a-z0-9.-]*)\"");
    private static final Pattern METHOD = Pattern.compile("^ +[\\w<>]+ (\\w+)\\(\\);", Pattern.MULTILINE);
    private static final Pattern SET =
            Pattern.compile("^(?:%[a-z]+\\.)?(kukai\\.[a-z0-9.-]+)=(.*)$", Pattern.MULTILINE);
    private static final Pattern ROW = Pattern.compile(
            "^\\| `(kukai\\.[a-z0-9.-]+)` \\| `([A-Z0-9_]+)` \\| ([^|]*) \\| ([^|]+) \\|$", Pattern.MULTILINE);
    private static final Path PROPERTIES = Path.of("src/main/resources/application.properties");
    private static final Path DOCUMENT = Path.of("docs/configuration.md");

    @Test
    void everySettingHasARowAndEveryRowASetting() {
        Set<String> used = new TreeSet<>(defaults().keySet());
        for (Path file : Sources.below("src/main/java", ".java")) {
            READ.matcher(Sources.text(file)).results().forEach(found -> used.add(found.group(1)));
        }
        SET.matcher(Sources.text(PROPERTIES)).results().forEach(found -> used.add(found.group(1)));
        Sources.below("src/main/java", ".java").forEach(file -> used.addAll(mapped(Sources.text(file))));

        assertThat(rows().keySet()).as("rows of %s", DOCUMENT).isEqualTo(used);
    }

    @Test
    void everyRowNamesTheVariableThatTheSettingIsReadFrom() {
        ROW.matcher(Sources.text(DOCUMENT))
                .results()
                .forEach(row -> assertThat(row.group(2))
                        .isEqualTo(row.group(1).toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_")));
    }

    @Test
    void everyRowShowsTheDefault() {
        Map<String, String> rows = rows();
        assertThat(defaults())
                .allSatisfy((name, value) -> assertThat(rows.get(name))
                        .as("the default of %s", name)
                        .isEqualTo("`" + value.replace("${HOME:${user.home}}", "~") + "`"));
    }

    /** The settings of an interface that is mapped as a whole: one for each of its methods. */
    private static Set<String> mapped(String source) {
        Set<String> names = new TreeSet<>();
        Matcher prefix = PREFIX.matcher(source);
        if (prefix.find()) {
            METHOD.matcher(source.substring(prefix.end()))
                    .results()
                    .forEach(method -> names.add(prefix.group(1) + "."
                            + method.group(1).replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT)));
        }
        return names;
    }

    private static Map<String, String> defaults() {
        Map<String, String> found = new TreeMap<>();
        SET.matcher(Sources.text(PROPERTIES))
                .results()
                .filter(line -> !line.group().startsWith("%"))
                .forEach(line -> found.put(line.group(1), line.group(2)));
        return found;
    }

    private static Map<String, String> rows() {
        Map<String, String> found = new TreeMap<>();
        ROW.matcher(Sources.text(DOCUMENT)).results().forEach(row -> found.put(row.group(1), row.group(3)));
        return found;
    }
}
