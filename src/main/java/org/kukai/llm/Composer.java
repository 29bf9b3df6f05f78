package org.kukai.llm;

import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

/** Kukai's built-in composer, not a language model. */
@ApplicationScoped
class Composer implements TextModel {
    @Override
    public Completion complete(String system, String user, Sampling sampling) {
        return new Completion(
                List.of(new Choice("An old silent pond\nA frog jumps into the pond\nSplash! Silence again", "stop")),
                1,
                1,
                "",
                Duration.ZERO);
    }
}
