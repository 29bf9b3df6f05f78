package org.kukai.prompt.writing;

import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
class LikenessTest {
    @Inject
    Session entities;

    @Test
    void findsNeighboursByIndexHoweverFewPromptsThereAre() {
        assertThat(plan(Likeness.IN_THE_POOL)).contains("prompt_words").doesNotContain("Seq Scan on prompt");
        assertThat(plan(Likeness.IN_THE_RUN.replace(":run", "'" + UUID.randomUUID() + "'")))
                .contains("written_prompt_words")
                .doesNotContain("Seq Scan on written_prompt");
    }

    private String plan(String query) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Likeness.demand(entities, 0.75);
            return String.join(
                    "\n",
                    entities.createNativeQuery("explain " + query, String.class)
                            .setParameter("key", "moss")
                            .setParameter("words", "write a haiku about moss")
                            .getResultList());
        });
    }
}
