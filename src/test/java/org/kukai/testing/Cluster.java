package org.kukai.testing;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.kukai.database.DataDirectory;
import org.kukai.database.EmbeddedDatabase;

/** One PostgreSQL and packaged programs that share it, each with a heap of 512 MB. Closing it leaves no process behind. */
public final class Cluster implements AutoCloseable {
    private final Path folder;
    private final EmbeddedDatabase database;
    private final List<PackagedKukai> nodes = new ArrayList<>();

    private Cluster(Path folder) {
        this.folder = folder.resolve("database");
        this.database = EmbeddedDatabase.start(DataDirectory.claim(this.folder));
    }

    /** What a model's key is taken from where a server is to see which node asks: each node has its name there. */
    public static final String NAME_AS_KEY = "KUKAI_KEY_NODE";

    /** So many nodes, all ready; the folder takes their data. */
    public static Cluster start(Path folder, int nodes, String... jvmOptions) {
        Cluster cluster = new Cluster(folder);
        String secret = UUID.randomUUID() + "-" + UUID.randomUUID();
        try {
            for (int i = 0; i < nodes; i++) {
                PackagedKukai node = PackagedKukai.withAdminOn(folder.resolve(name(i)));
                List.of(jvmOptions).forEach(node::withJvm);
                String address = cluster.database.jdbcUrl() + "?ApplicationName=" + name(i);
                cluster.nodes.add(node.with("QUARKUS_DATASOURCE_JDBC_URL", address)
                        .with(NAME_AS_KEY, name(i))
                        .with("QUARKUS_DATASOURCE_USERNAME", EmbeddedDatabase.USER)
                        .with("QUARKUS_DATASOURCE_PASSWORD", cluster.database.password())
                        .with("KUKAI_SECRET", secret)
                        .start());
            }
            return cluster;
        } catch (RuntimeException | Error e) {
            cluster.close();
            throw e;
        }
    }

    public PackagedKukai node(int index) {
        return nodes.get(index);
    }

    /** How a node calls itself in the database, and as a key of models. */
    public static String name(int index) {
        return "node-" + index;
    }

    public int size() {
        return nodes.size();
    }

    /** Where the database listens, for programs that take no JDBC address. */
    public URI databaseAddress() {
        return URI.create(database.jdbcUrl().substring("jdbc:".length()));
    }

    public String databasePassword() {
        return database.password();
    }

    /** A connection of one's own to the database. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), EmbeddedDatabase.USER, database.password());
    }

    /** Kill -9 to PostgreSQL, which is then started again on the same port. */
    public void killDatabase() throws IOException {
        databaseServer().orElseThrow().destroyForcibly();
    }

    private Optional<ProcessHandle> databaseServer() throws IOException {
        Path file = folder.resolve("postgresql").resolve("data").resolve("postmaster.pid");
        return ProcessHandle.of(
                Long.parseLong(Files.readAllLines(file).getFirst().strip()));
    }

    /** What the programs and the database have taken of the processors since they began. */
    public Duration processorTime() throws IOException {
        Stream<ProcessHandle> ofDatabase = databaseServer().stream()
                .flatMap(postmaster -> Stream.concat(Stream.of(postmaster), postmaster.descendants()));
        return Stream.concat(ProcessHandle.current().descendants(), ofDatabase)
                .distinct()
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    @Override
    public void close() {
        nodes.forEach(PackagedKukai::close);
        database.close();
    }
}
