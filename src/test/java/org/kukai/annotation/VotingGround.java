package org.kukai.annotation;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import org.kukai.testing.Cluster;
import org.kukai.testing.PackagedKukai;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** A packaged program, or several on one database, with haiku and a crowd of raters: where voting is measured. */
final class VotingGround implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    static final String PASSWORD = "a pond, a frog, a sound";

    private final Cluster cluster;

    private VotingGround(Cluster cluster) {
        this.cluster = cluster;
    }

    /** Starts so many nodes and has the composer write haiku for so many prompts. */
    static VotingGround start(Path folder, int nodes, int prompts, int samples, String... jvmOptions) {
        VotingGround ground = new VotingGround(Cluster.start(folder, nodes, jvmOptions));
        try {
            ground.write(prompts, samples);
            return ground;
        } catch (RuntimeException | Error e) {
            ground.close();
            throw e;
        }
    }

    PackagedKukai node(int index) {
        return cluster.node(index);
    }

    Cluster cluster() {
        return cluster;
    }

    Connection connect() throws SQLException {
        return cluster.connect();
    }

    private void write(int prompts, int samples) {
        List<String> texts = IntStream.range(0, prompts)
                .mapToObj(i -> "Write a haiku about stone number " + i + ".")
                .toList();
        admin().body(Map.of("prompts", texts, "split", "train"))
                .post("/api/prompts")
                .then()
                .statusCode(200);
        String run = admin().body(Map.of("model", "composer", "samplesPerPrompt", samples))
                .post("/api/runs")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Instant end = Instant.now().plus(PATIENCE);
        while (!"completed".equals(admin().get("/api/runs/" + run).path("status"))) {
            assertThat(Instant.now()).as("waiting for the haiku").isBefore(end);
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    /** Opens a round of random pairs. */
    String open(String name, int pairs, int votesPerPair) {
        Response opened = admin().body(
                        Map.of("name", name, "pairing", "random", "pairs", pairs, "votesPerPair", votesPerPair))
                .post("/api/rounds");
        assertThat(opened.statusCode()).as(opened.asString()).isEqualTo(201);
        assertThat(opened.<Integer>path("pairs")).as("pairs").isEqualTo(pairs);
        return opened.path("id");
    }

    /** Makes raters with one password, whose hash is copied: what a password costs is not what is measured. */
    List<String> raters(String name, int count) throws SQLException {
        String first = name + " 0";
        admin().body(Map.of("name", first, "password", PASSWORD, "role", "rater"))
                .post("/api/accounts")
                .then()
                .statusCode(201);
        List<String> names = new ArrayList<>(List.of(first));
        try (Connection database = connect();
                PreparedStatement copy = database.prepareStatement("""
                        insert into account (id, name, name_key, password_hash, role, created_at)
                        select uuid7(), ?, ?, password_hash, role, created_at from account where name = ?""")) {
            for (int i = 1; i < count; i++) {
                String next = name + " " + i;
                copy.setString(1, next);
                copy.setString(2, next);
                copy.setString(3, first);
                copy.executeUpdate();
                names.add(next);
            }
        }
        return names;
    }

    /** Brings a rater to the first pair of the round, by that address. */
    Voter arrive(URI address, String round, String rater) {
        try {
            return Voter.arrive(address, round, rater, PASSWORD);
        } catch (IOException e) {
            throw new AssertionError(rater + " cannot come in", e);
        }
    }

    /** Every vote of the round that counts or was a skip, in the words of the API, by its assignment. */
    Map<String, String> stored(String round) throws SQLException {
        Map<String, String> votes = new HashMap<>();
        try (Connection database = connect();
                PreparedStatement select = database.prepareStatement(
                        "select assignment_id, lower(choice) as choice from vote where round_id = ?")) {
            select.setObject(1, UUID.fromString(round));
            var rows = select.executeQuery();
            while (rows.next()) {
                votes.put(rows.getString("assignment_id"), rows.getString("choice"));
            }
        }
        return votes;
    }

    /** How many pairs of the round have counts that differ from their votes, or more votes than they want. */
    long wrongPairs(String round) throws SQLException {
        try (Connection database = connect();
                PreparedStatement select = database.prepareStatement("""
                        select count(*) from pair p
                        where p.round_id = ? and (p.votes > p.wanted
                          or p.votes <> (select count(*) from ballot b where b.pair_id = p.id)
                          or p.votes > (select count(distinct rater_id) from vote v where v.pair_id = p.id))""")) {
            select.setObject(1, UUID.fromString(round));
            var rows = select.executeQuery();
            assertThat(rows.next()).isTrue();
            return rows.getLong(1);
        }
    }

    /** How often somebody in the round was given two poems together that they had been given before. */
    long shownAgain(String round) throws SQLException {
        try (Connection database = connect();
                PreparedStatement select = database.prepareStatement("""
                        select count(*) - count(distinct (a.rater_id, least(p.first_id, p.second_id), greatest(p.first_id, p.second_id)))
                        from assignment a join pair p on p.id = a.pair_id where a.round_id = ?""")) {
            select.setObject(1, UUID.fromString(round));
            var rows = select.executeQuery();
            assertThat(rows.next()).isTrue();
            return rows.getLong(1);
        }
    }

    RequestSpecification admin() {
        // Any node that lives will do.
        PackagedKukai alive = IntStream.range(0, cluster.size())
                .mapToObj(cluster::node)
                .filter(PackagedKukai::isAlive)
                .findFirst()
                .orElseThrow();
        return given().baseUri(alive.address().toString())
                .auth()
                .preemptive()
                .basic("admin", PackagedKukai.ADMIN_PASSWORD)
                .contentType(ContentType.JSON);
    }

    @Override
    public void close() {
        cluster.close();
    }
}
