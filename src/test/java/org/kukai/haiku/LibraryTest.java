package org.kukai.haiku;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.tools.ToolProvider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The example of the documents compiles and runs with nothing but the JDK and the built classes, and prints what it says. */
class LibraryTest {

    private static final Path CLASSES = Path.of("target", "classes");

    @Test
    void theExampleOfTheDocumentsRuns(@TempDir Path folder) throws Exception {
        Path source = Files.writeString(folder.resolve("Example.java"), example());

        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-cp",
                        CLASSES.toString(),
                        "-d",
                        folder.toString(),
                        source.toString());
        assertThat(compiled).isZero();

        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        CLASSES + java.io.File.pathSeparator + folder,
                        "Example")
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(printed.lines().toList())
                .containsExactly("4 [4] LEXICON", "the [1]", "flower [1, 2]", "of [1]", "fire [1, 2]", "1", "4 true 1");
        assertThat(process.waitFor()).isZero();
    }

    private static String example() throws IOException {
        String document = Files.readString(Path.of("docs", "syllables.md"));
        int start = document.indexOf("```java\n") + "```java\n".length();
        return document.substring(start, document.indexOf("```", start));
    }
}
