package org.kukai.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.kukai.testing.PackagedKukai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The database that comes along, seen from outside the program that starts it. */
class EmbeddedDatabaseIT {
    /** Shared by the tests: to start on fresh data takes long. */
    @TempDir
    static Path folder;

    private static PackagedKukai kukai = PackagedKukai.on(Path.of("unused"));

    @BeforeAll
    static void prepare() {
        kukai = PackagedKukai.withAdminOn(folder.resolve("data"));
    }

    @BeforeEach
    void startUnlessItRuns() {
        if (!kukai.isAlive()) {
            kukai.start();
        }
    }

    @AfterAll
    static void leaveNothingBehind() {
        kukai.close();
    }

    @Test
    void keepsWhatWasWrittenWhenTheProgramIsKilled() throws Exception {
        execute("create table kept (word text)");
        execute("insert into kept values ('moss')");
        ProcessHandle first = kukai.databaseServer().orElseThrow();

        kukai.kill9();
        assertThat(first.isAlive())
                .as("the killed program leaves its server behind")
                .isTrue();
        kukai.start();

        assertThat(query("select word from kept")).isEqualTo("moss");
        assertThat(query("select count(*) from account")).isEqualTo("1");
        assertThat(kukai.databaseServer().orElseThrow().pid()).isNotEqualTo(first.pid());
        assertThat(serversOf(kukai.data())).hasSize(1);
        assertThat(kukai.log()).doesNotContain("already running");
    }

    @Test
    void startsTheServerAgainWhenItIsKilled() throws Exception {
        ProcessHandle first = kukai.databaseServer().orElseThrow();
        int port = port();

        first.destroyForcibly();
        Instant end = Instant.now().plusSeconds(60);
        while (!kukai.log().contains("The embedded PostgreSQL runs again.")) {
            assertThat(Instant.now()).as(kukai.log()).isBefore(end);
            TimeUnit.MILLISECONDS.sleep(100);
        }

        assertThat(kukai.isAlive()).isTrue();
        assertThat(port()).isEqualTo(port);
        assertThat(query("select count(*) from account")).isEqualTo("1");
        assertThat(serversOf(kukai.data())).hasSize(1);
    }

    @Test
    void refusesASecondKukaiOnTheSameFolderInOneLine() {
        PackagedKukai second = PackagedKukai.on(kukai.data());

        int code = second.startInVain();

        assertThat(code).isNotZero();
        assertThat(second.log())
                .isEqualTo("Kukai cannot start. Another Kukai is using the data directory " + kukai.data()
                        + ". Stop it, or give this one a folder of its own with KUKAI_DATA_DIR.");
        assertThat(kukai.isAlive()).isTrue();
        assertThat(serversOf(kukai.data())).hasSize(1);
    }

    @Test
    void lendsItsPasswordToTheOwnerAlone() throws Exception {
        Path password = kukai.data().resolve("postgresql.password");
        Path data = kukai.data().resolve("postgresql/data");

        assertThat(permissions(password)).isEqualTo("rw-------");
        assertThat(permissions(kukai.data().resolve("kukai.secret"))).isEqualTo("rw-------");
        assertThat(permissions(kukai.data())).isEqualTo("rwx------");
        assertThat(permissions(data)).isEqualTo("rwx------");
        assertThat(Files.readAllLines(data.resolve("pg_hba.conf")).stream()
                        .filter(line -> !line.isBlank() && !line.startsWith("#")))
                .isNotEmpty()
                .noneMatch(line -> line.contains("trust"))
                .allMatch(line -> line.endsWith("scram-sha-256"));
        assertThatThrownBy(() -> DriverManager.getConnection(jdbcUrl(), EmbeddedDatabase.USER, "wrong"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void writesDurablyAndListensToThisMachineAlone() throws Exception {
        assertThat(query("show fsync")).isEqualTo("on");
        assertThat(query("show synchronous_commit")).isEqualTo("on");
        assertThat(query("show full_page_writes")).isEqualTo("on");
        assertThat(query("show data_checksums")).isEqualTo("on");
        assertThat(query("show listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(query("show password_encryption")).isEqualTo("scram-sha-256");
        List<InetAddress> others = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .toList();
        assertThat(others)
                .allSatisfy(address -> assertThatIOException().isThrownBy(() -> new Socket(address, port()).close()));
    }

    @Test
    void stopsInGoodOrderWhenAskedTo() throws Exception {
        ProcessHandle server = kukai.databaseServer().orElseThrow();

        int code = kukai.stop();

        assertThat(code).isEqualTo(128 + 15);
        assertThat(kukai.databaseServer()).isEmpty();
        assertThat(serversOf(kukai.data())).isEmpty();
        assertThat(Files.readString(kukai.data().resolve("postgresql/postgresql.log")))
                .contains("database system is shut down")
                .doesNotContain("terminating connection");
        assertThat(server.info().commandLine().orElse(""))
                .doesNotContain(kukai.data().toString());
    }

    @Test
    void usesTheServerItIsGivenAndStartsNone() throws Exception {
        execute("create database given");
        try (PackagedKukai second = PackagedKukai.on(folder.resolve("elsewhere"))
                .with("QUARKUS_DATASOURCE_JDBC_URL", jdbcUrl().replace("/postgres", "/given"))
                .with("QUARKUS_DATASOURCE_USERNAME", EmbeddedDatabase.USER)
                .with("QUARKUS_DATASOURCE_PASSWORD", password())
                .with("KUKAI_SECRET", "a secret that the nodes share 1234567890")
                .start()) {
            assertThat(second.setUpPath()).isPresent();
            assertThat(folder.resolve("elsewhere/postgresql")).doesNotExist();
            assertThat(second.databaseServer()).isEmpty();
        }
        assertThat(kukai.isAlive()).isTrue();
    }

    private void execute(String sql) throws SQLException, IOException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String query(String sql) throws SQLException, IOException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }

    private Connection connect() throws SQLException, IOException {
        return DriverManager.getConnection(jdbcUrl(), EmbeddedDatabase.USER, password());
    }

    private String password() throws IOException {
        return Files.readString(kukai.data().resolve("postgresql.password")).strip();
    }

    private String jdbcUrl() throws IOException {
        return "jdbc:" + URI.create("postgresql://127.0.0.1:" + port() + "/postgres");
    }

    private int port() throws IOException {
        return Integer.parseInt(Files.readAllLines(kukai.data().resolve("postgresql/data/postmaster.pid"))
                .get(3)
                .strip());
    }

    private static List<ProcessHandle> serversOf(Path data) {
        List<ProcessHandle> processes = ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains("/bin/postgres") && line.contains(data.toString()))
                        .isPresent())
                .toList();
        // A server works through child processes, which are not servers of their own.
        return processes.stream()
                .filter(process -> process.parent()
                        .filter(parent -> processes.stream().anyMatch(other -> other.pid() == parent.pid()))
                        .isEmpty())
                .toList();
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
