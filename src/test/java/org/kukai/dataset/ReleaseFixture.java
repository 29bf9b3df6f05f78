package org.kukai.dataset;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;

import javax.sql.DataSource;

/** Poems and votes in the database that all tests share, told once; enough for every policy to have rows in both splits. */
public final class ReleaseFixture {
    private static final AtomicBoolean TOLD = new AtomicBoolean();
    private static final int PROMPTS = 40;

    private ReleaseFixture() {}

    public static void tell(DataSource database) throws SQLException {
        if (!TOLD.compareAndSet(false, true)) {
            return;
        }
        try (Connection connection = database.getConnection()) {
            Story story = new Story(connection, ThreadLocalRandom.current().nextLong(2, 1L << 40));
            UUID round = story.round("Which do you like?", "<script>alert('guidelines')</script>");
            for (int i = 0; i < PROMPTS; i++) {
                UUID prompt = story.prompt(
                        i % 8 == 0 ? "A held out release topic " + i : "Release topic " + i,
                        i % 8 == 0 ? "HELD_OUT" : "TRAIN");
                UUID first = story.poem(prompt, "composer", 4, "<script>alert('moss')</script>\nmoss " + i + "\nx");
                UUID second = story.poem(prompt, "composer", 1, "stone\nstone " + i + "\ny");
                story.pair(round, prompt, first, second, i % 3 == 0 ? "11" : "tt2");
            }
        }
    }
}
