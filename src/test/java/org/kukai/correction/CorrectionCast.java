package org.kukai.correction;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;

import org.kukai.haiku.Haiku;
import org.kukai.testing.Poems;

import static org.assertj.core.api.Assertions.assertThat;

/** Haiku that turn on how one word is counted: 5-7-5 when it has two syllables. */
public final class CorrectionCast {
    private static final Duration LONGEST = Duration.ofMinutes(4);

    private CorrectionCast() {}

    public static String poem(String word) {
        return "the old pond " + word + "\na frog jumps into the pond\nthe sound of water";
    }

    /** So many haiku with the word, scored by a version that is long gone as three lines with two on target. */
    public static List<UUID> haikuWith(String word, int many) {
        return QuarkusTransaction.requiringNew().call(() -> Poems.copies(Poems.prompt("TRAIN"), 3, poem(word), many));
    }

    public static Haiku haiku(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> Haiku.findById(id));
    }

    /** The versions by which they are scored, each once. */
    static List<String> scorers(List<UUID> haiku) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Panache.getEntityManager()
                        .createQuery("select distinct scorer from Haiku where id in ?1", String.class)
                        .setParameter(1, haiku)
                        .getResultList());
    }

    static void delete(List<UUID> haiku) {
        QuarkusTransaction.requiringNew()
                .run(() -> Panache.getEntityManager()
                        .createQuery("delete from Haiku where id in ?1")
                        .setParameter(1, haiku)
                        .executeUpdate());
    }

    public static Rescoring ended(UUID id) {
        until("the rescoring ends", () -> !now(id).isRunning());
        return now(id);
    }

    static Rescoring now(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> Rescoring.byId(id));
    }

    /** Looks again and again, but not for ever. */
    public static void until(String what, BooleanSupplier met) {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (!met.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waiting until %s", what).isLessThan(deadline);
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
