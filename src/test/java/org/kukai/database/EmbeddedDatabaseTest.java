package org.kukai.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What an installation may find in its data directory, and how it gets along with it. */
class EmbeddedDatabaseTest {
    @TempDir
    Path folder;

    @Test
    void startsOnWhatAKilledStartHasLeft() throws IOException {
        Path home = folder.resolve("a folder whose name has spaces, and is long".repeat(3));
        Path postgresql = home.resolve("postgresql");
        Files.createDirectories(postgresql.resolve("unpacking-123/bin"));
        Files.createDirectories(postgresql.resolve("data.new/base"));
        Files.writeString(postgresql.resolve("data.new/base/1"), "half");

        try (EmbeddedDatabase database = EmbeddedDatabase.start(DataDirectory.claim(home))) {
            assertThat(database.jdbcUrl()).startsWith("jdbc:postgresql://127.0.0.1:");
            assertThat(postgresql.resolve("unpacking-123")).doesNotExist();
            assertThat(postgresql.resolve("data.new")).doesNotExist();
        }
        assertThat(postgresql.resolve("data/postmaster.pid")).doesNotExist();
    }

    @Test
    void leavesAStrangerAloneWhoseNumberTheServerOnceHad() throws Exception {
        EmbeddedDatabase.start(DataDirectory.claim(folder)).close();
        Process stranger = new ProcessBuilder("sleep", "600").start();
        try {
            Path file = folder.resolve("postgresql/data/postmaster.pid");
            Files.write(file, List.of(Long.toString(stranger.pid()), folder + "/postgresql/data", "1", "1"));

            EmbeddedDatabase.start(DataDirectory.claim(folder)).close();

            assertThat(stranger.waitFor(0, TimeUnit.SECONDS)).as("it ended").isFalse();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void saysWhichPostgresqlMadeTheDataWhenItIsAnother() throws IOException {
        Path data = Files.createDirectories(folder.resolve("postgresql/data"));
        Files.writeString(data.resolve("PG_VERSION"), "12\n");

        try (DataDirectory directory = DataDirectory.claim(folder)) {
            assertThatThrownBy(() -> EmbeddedDatabase.start(directory))
                    .isInstanceOf(DatabaseUnavailableException.class)
                    .hasMessageContaining("was made by PostgreSQL 12, and this Kukai comes with PostgreSQL 17.");
        }
    }

    @Test
    void saysWhatToDoAboutAFolderThatCannotBeWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");

        assertThatThrownBy(() -> DataDirectory.claim(file.resolve("below")))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageStartingWith("Cannot use the data directory " + file.resolve("below"))
                .hasMessageEndingWith("Choose a folder that can be written with KUKAI_DATA_DIR.");
    }

    @Test
    void isClaimedByOneAtATime() {
        try (DataDirectory first = DataDirectory.claim(folder)) {
            assertThat(first.root()).isEqualTo(folder);
            assertThatThrownBy(() -> DataDirectory.claim(folder))
                    .isInstanceOf(DatabaseUnavailableException.class)
                    .hasMessageContaining("Another Kukai is using the data directory");
        }
        DataDirectory.claim(folder).close();
    }
}
