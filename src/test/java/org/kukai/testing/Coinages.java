package org.kukai.testing;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import org.kukai.dictionary.Dictionary;
import org.kukai.dictionary.WordDecision;

/**
 * Words that nobody has ever written, for tests that set counts: whatever was set for them is taken back after each test, since
 * every other test counts by the same dictionary.
 */
public final class Coinages implements AfterEachCallback {
    private static final List<String> SYLLABLES =
            List.of("ba", "de", "fi", "go", "ku", "la", "me", "ni", "po", "ru", "sa", "te", "vi", "wo", "xu", "za");

    private final ConcurrentLinkedQueue<String> made = new ConcurrentLinkedQueue<>();

    /** A word of letters alone. */
    public String word() {
        String word = Pattern.compile("[0-9a-f]")
                .matcher(UUID.randomUUID().toString().replace("-", "").substring(0, 10))
                .results()
                .map(digit -> SYLLABLES.get(Integer.parseInt(digit.group(), 16)))
                .collect(Collectors.joining());
        made.add(word);
        return word;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Dictionary dictionary = Arc.requireContainer().select(Dictionary.class).get();
        UUID admin = Person.ADMIN.id();
        for (String word = made.poll(); word != null; word = made.poll()) {
            String own = word;
            QuarkusTransaction.requiringNew()
                    .run(() -> WordDecision.own(own)
                            .ifPresent(decision -> dictionary.takeBack(own, "The test is over", admin)));
        }
    }
}
