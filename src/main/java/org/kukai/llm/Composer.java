package org.kukai.llm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import org.kukai.llm.composer.ListWriter;
import org.kukai.llm.composer.Poet;

/**
 * The built-in composer, not a language model, behind the door of models. It counts a word with the punctuation on it as one
 * token, and knows the system message not at all. Asked for a list of requests or topics, it writes that.
 */
@ApplicationScoped
class Composer implements TextModel {
    private static final Pattern TOKEN = Pattern.compile("\\S+");

    private final Courtesy courtesy;

    Composer(Courtesy courtesy) {
        this.courtesy = courtesy;
    }

    @Override
    public Completion complete(String system, String user, Sampling sampling) {
        courtesy.giveWay();
        long start = System.nanoTime();
        Sampling seeded = sampling.seed() == null
                ? sampling.withSeed(ThreadLocalRandom.current().nextLong())
                : sampling;
        List<Choice> choices = new ArrayList<>();
        int tokens = 0;
        for (int i = 0; i < sampling.n(); i++) {
            Choice choice = choice(user, seeded, i);
            tokens += count(choice.text());
            choices.add(choice);
        }
        return new Completion(
                choices, count(system) + count(user), tokens, "", Duration.ofNanos(System.nanoTime() - start));
    }

    private static Choice choice(String user, Sampling sampling, int index) {
        Long drawn = sampling.seedOf(index);
        long seed = Seeds.mix(drawn == null ? 0 : drawn, user);
        String text = ListWriter.answer(user, seed).orElseGet(() -> Poet.compose(user, sampling.temperature(), seed));
        for (String stop : sampling.stop()) {
            int at = text.indexOf(stop);
            text = at < 0 ? text : text.substring(0, at);
        }
        Matcher token = TOKEN.matcher(text);
        for (int i = 0; i < sampling.maxTokens(); i++) {
            if (!token.find()) {
                return new Choice(text, "stop");
            }
        }
        return text.substring(token.end()).isBlank()
                ? new Choice(text, "stop")
                : new Choice(text.substring(0, token.end()), Choice.LENGTH);
    }

    private static int count(String text) {
        return (int) TOKEN.matcher(text).results().count();
    }
}
