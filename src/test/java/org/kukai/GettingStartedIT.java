package org.kukai;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.kukai.testing.PackagedKukai;

import static org.assertj.core.api.Assertions.assertThat;

/** Follows {@code docs/getting-started.md} word for word: its commands, in one shell, against the packaged program. */
class GettingStartedIT {
    private static final Path DOCUMENT = Path.of("docs/getting-started.md");
    private static final Pattern COMMANDS = Pattern.compile("^```sh\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);
    private static final long MINUTES = 5;

    @TempDir
    Path folder;

    @Test
    void leadsToADownloadedDataset() throws Exception {
        try (PackagedKukai kukai =
                PackagedKukai.withAdminOn(folder.resolve("data")).start()) {
            Path said = folder.resolve("said");
            Process shell = new ProcessBuilder("bash", "-euo", "pipefail", "-c", commands(kukai))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            boolean ended = shell.waitFor(MINUTES, TimeUnit.MINUTES);
            shell.descendants().forEach(ProcessHandle::destroy);
            shell.destroy();

            assertThat(ended).as("it ended; it said %s", Files.readString(said)).isTrue();
            assertThat(shell.exitValue()).as(Files.readString(said)).isZero();
        }
        try (ZipFile zip = new ZipFile(folder.resolve("first.zip").toFile())) {
            List<String> names = zip.stream()
                    .map(ZipEntry::getName)
                    .map(GettingStartedIT::inRelease)
                    .toList();
            assertThat(names).contains("README.md", "manifest.json");
            assertThat(names).anyMatch(name -> name.startsWith("data/") && name.endsWith(".parquet"));
            assertThat(names).anyMatch(name -> name.startsWith("jsonl/") && name.endsWith(".jsonl"));
        }
    }

    private static String commands(PackagedKukai kukai) throws Exception {
        String document = Files.readString(DOCUMENT);
        String commands = COMMANDS.matcher(document)
                .results()
                .map(block -> block.group(1))
                .collect(Collectors.joining("\n"));
        assertThat(commands).contains("kukai=http://localhost:8080\n");
        return commands.replace("http://localhost:8080", kukai.address().toString());
    }

    /** The path below the folder that the archive may have at its top. */
    private static String inRelease(String name) {
        return name.replaceFirst("^(?!data/|jsonl/)[^/]+/", "");
    }
}
