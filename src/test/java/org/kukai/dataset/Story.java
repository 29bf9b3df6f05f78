package org.kukai.dataset;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.kukai.haiku.Fingerprint;

/** Fills a database with prompts, poems, pairs and votes, row by row, under identifiers that count up from a seed. */
final class Story {
    private final Connection connection;
    private final long seed;
    private long counter;
    private final Map<String, UUID> runs = new HashMap<>();
    private final UUID admin;
    private final Map<Integer, UUID> raters = new HashMap<>();

    Story(Connection connection, long seed) throws SQLException {
        this.connection = connection;
        this.seed = seed;
        this.admin = account("curator");
    }

    UUID prompt(String text) throws SQLException {
        return prompt(text, "TRAIN");
    }

    UUID prompt(String text, String split) throws SQLException {
        UUID id = next();
        execute(
                "insert into prompt (id, text, text_key, split, source, created_at) values (?, ?, ?, ?, 'test', now())",
                id,
                text,
                text + seed,
                split);
        return id;
    }

    /** A poem by a model; four is strict. */
    UUID poem(UUID prompt, String model, int score, String text) throws SQLException {
        UUID id = next();
        execute(
                "insert into haiku (id, prompt_id, text, score, strict575, chatter, scorer, fingerprint, created_at)"
                        + " values (?, ?, ?, ?, ?, false, 'test-scorer-1', ?, now())",
                id,
                prompt,
                text,
                score,
                score == 4,
                Fingerprint.of(text));
        execute(
                "insert into attempt (id, run_id, prompt_id, sample, state, raw, haiku_id)"
                        + " values (?, ?, ?, ?, 'COMPLETED', ?, ?)",
                next(),
                run(model),
                prompt,
                (int) counter,
                text,
                id);
        return id;
    }

    private UUID run(String model) throws SQLException {
        UUID known = runs.get(model);
        if (known != null) {
            return known;
        }
        UUID run = next();
        execute(
                "insert into run (id, model_id, model_name, status, samples_per_prompt, temperature, max_tokens,"
                        + " max_in_flight, system_template, user_template, created_at) select ?, id, ?, 'COMPLETED', 20, 0.7, 128,"
                        + " 8, 'You are a poet.', '{prompt}', now() from model where name = 'composer'",
                run,
                model);
        runs.put(model, run);
        return run;
    }

    UUID round(String question, String guidelines) throws SQLException {
        UUID id = next();
        execute(
                "insert into round (id, name, question, guidelines, pairing, votes_per_pair, pairs_wanted, status, created_at,"
                        + " created_by) values (?, 'Test', ?, ?, 'RANDOM', 3, 10, 'OPEN', now(), ?)",
                id,
                question,
                guidelines,
                admin);
        return id;
    }

    /**
     * A pair and its votes.
     *
     * @param votes a letter for each rater, always in the same order: 1 for the first poem, 2 for the second, t(ie), n(either), s(kip),
     *     a dot for a rater who was not there; raters see the first poem on the left and on the right by turns
     */
    UUID pair(UUID round, UUID prompt, UUID first, UUID second, String votes) throws SQLException {
        UUID pair = next();
        execute(
                "insert into pair (id, round_id, position, prompt_id, first_id, second_id, wanted)"
                        + " values (?, ?, ?, ?, ?, ?, 100)",
                pair,
                round,
                (int) counter,
                prompt,
                first,
                second);
        for (int rater = 0; rater < votes.length(); rater++) {
            if (votes.charAt(rater) == '.') {
                continue;
            }
            boolean firstOnLeft = rater % 2 == 0;
            UUID assignment = next();
            execute(
                    "insert into assignment (id, round_id, pair_id, rater_id, first_on_left, state, assigned_at, leased_until)"
                            + " values (?, ?, ?, ?, ?, ?, now(), now())",
                    assignment,
                    round,
                    pair,
                    rater(rater),
                    firstOnLeft,
                    votes.charAt(rater) == 's' ? "SKIPPED" : "VOTED");
            execute(
                    "insert into vote (assignment_id, round_id, pair_id, rater_id, choice, cast_at, millis)"
                            + " values (?, ?, ?, ?, ?, now(), 1000)",
                    assignment,
                    round,
                    pair,
                    rater(rater),
                    choice(votes.charAt(rater), firstOnLeft));
        }
        return pair;
    }

    /** What the votes of a rater, by their place in the letters of votes, count for in a round. */
    void weigh(UUID round, int rater, String weight) throws SQLException {
        execute(
                "insert into participation (id, round_id, rater_id, joined_at, weight) values (?, ?, ?, now(), ?)",
                next(),
                round,
                rater(rater),
                new BigDecimal(weight));
    }

    /** What an admin decides about a pair. */
    void adjudicate(UUID round, UUID pair, String decision) throws SQLException {
        execute(
                "insert into pair_adjudication (id, pair_id, round_id, decision, reason, decided_by, decided_at)"
                        + " values (?, ?, ?, ?, 'split', ?, now())",
                next(),
                pair,
                round,
                decision,
                admin);
    }

    private static String choice(char vote, boolean firstOnLeft) {
        return switch (vote) {
            case '1' -> firstOnLeft ? "LEFT" : "RIGHT";
            case '2' -> firstOnLeft ? "RIGHT" : "LEFT";
            case 't' -> "TIE";
            case 'n' -> "NEITHER";
            case 's' -> "SKIP";
            default -> throw new IllegalArgumentException("no vote: " + vote);
        };
    }

    private UUID rater(int index) throws SQLException {
        UUID known = raters.get(index);
        if (known != null) {
            return known;
        }
        UUID rater = account("rater " + index);
        raters.put(index, rater);
        return rater;
    }

    private UUID account(String name) throws SQLException {
        UUID id = next();
        execute(
                "insert into account (id, name, name_key, role, created_at) values (?, ?, ?, 'RATER', now())",
                id,
                name,
                name + " of story " + seed);
        return id;
    }

    private UUID next() {
        return new UUID(seed << 16 | 0x7000L, 0x8000000000000000L | ++counter);
    }

    private void execute(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
