package org.kukai.llm.composer;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The season that a haiku is set in: the topic's own, where it has one. */
enum Season {
    SPRING(
            "spring|april|may|march|blossoms?|seedlings?|tulips?|thaw|swallows?|tadpoles?|daffodils?|lambs?|equinox|crocus|plum|cherry"),
    SUMMER(
            "summer|june|july|august|heat|cicadas?|fireflies|sandcastle|hammock|sprinkler|thunder|beach|sunflowers?|dragonfly|mosquito"),
    AUTUMN(
            "autumn|fall|october|november|september|harvest|acorns?|leaves|pumpkins?|persimmons?|chestnuts?|geese|migration|mushrooms?"),
    WINTER(
            "winter|december|january|february|snow|snowflakes?|snowman|frost|ice|icicles?|scarf|frozen|blizzard|sleet|skates?|hibernating");

    private final Pattern words;

    Season(String words) {
        this.words = Pattern.compile("\\b(?:" + words + ")\\b");
    }

    /** Its name, as word lists are marked with it and as it may be a topic itself. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Season> of(String topic) {
        String lower = topic.toLowerCase(Locale.ROOT);
        for (Season season : values()) {
            if (season.words.matcher(lower).find()) {
                return Optional.of(season);
            }
        }
        return Optional.empty();
    }
}
