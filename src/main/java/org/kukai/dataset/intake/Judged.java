package org.kukai.dataset.intake;

import java.util.Optional;

import org.kukai.haiku.Verdict;
import org.kukai.prompt.Wording;

/** A text of a file with the verdict on it. */
record Judged(Unjudged given, Verdict verdict) {
    int line() {
        return given.line();
    }

    Wording prompt() {
        return given.prompt();
    }

    SourceRow.Text text() {
        return given.text();
    }

    /** Why it is no candidate, as for answers of models; empty when it is one. */
    Optional<String> problem() {
        return switch (verdict.problem()) {
            case "refusal" -> Optional.of("a refusal, not a poem");
            case "empty" -> Optional.of("no words in it");
            case null, default -> Optional.empty();
        };
    }
}
