package org.kukai.annotation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Haiku by the hundred thousand, all with one text and told apart by their fingerprints alone. The database has no figures of them yet,
 * as after an import.
 */
final class ManyHaiku {
    private ManyHaiku() {}

    /** Adds so many prompts with so many haiku each; every fourth is 5-7-5, so there are best and worst ones. */
    static void write(Connection database, int prompts, int each) throws SQLException {
        try (PreparedStatement ask = database.prepareStatement("""
                        insert into prompt (id, text, text_key, split, source, created_at)
                        select uuid7(), 'Many ' || n, 'many ' || n, 'TRAIN', 'test', now() from generate_series(1, ?) n""");
                PreparedStatement write = database.prepareStatement("""
                        insert into haiku (id, prompt_id, text, score, strict575, chatter, scorer, fingerprint, created_at)
                        select uuid7(), p.id, E'old pond\na frog\nsound', case when n % 4 = 0 then 4 else 1 + n % 3 end, n % 4 = 0, false, 'test',
                               encode(sha256(convert_to(p.id::text || n, 'UTF8')), 'hex'), now()
                        from prompt p, generate_series(1, ?) n
                        where p.text_key like 'many %'""");
                Statement statement = database.createStatement()) {
            statement.execute("set synchronous_commit = off");
            ask.setInt(1, prompts);
            ask.executeUpdate();
            write.setInt(1, each);
            write.executeUpdate();
            statement.execute("set synchronous_commit = on");
        }
    }
}
