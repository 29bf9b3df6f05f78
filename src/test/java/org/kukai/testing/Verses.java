package org.kukai.testing;

import org.jspecify.annotations.Nullable;

/** Haiku of 5, 7 and 5 syllables, of common words alone: 8,000 different ones, told apart by a number. */
final class Verses {
    private static final String[] FIRST = {
        "the old stone garden", "a cold winter wind", "the first light of day", "rain on the window",
        "a small yellow leaf", "the empty station", "snow on the mountain", "the moon and the lake",
        "a bird in the dark", "the long road at night", "a quiet morning", "the sound of water",
        "a boat on the lake", "the gate left open", "dust on the old books", "a dog in the rain",
        "the smell of the sea", "one star in the west", "the baker at dawn", "a coat on the chair"
    };
    private static final String[] SECOND = {
        "nobody walks on the path", "a cricket sings to itself", "the river goes on and on",
        "somebody has lit a lamp", "my mother folds the clean sheets", "the clock on the wall has stopped",
        "two crows share a piece of bread", "the cat looks up at the snow", "old letters wait in a drawer",
        "a child counts the slow white birds", "the train does not stop for us", "the last guests say their goodbyes",
        "a ladder leans on the wall", "the grass bends under the wind", "I look for my other shoe",
        "the kettle begins to sing", "a spider begins again", "the neighbours are laughing still",
        "the roof keeps a little warmth", "a paper boat turns around"
    };
    private static final String[] THIRD = {
        "and then it is spring", "I wait for your call", "no one says a word", "the night has no end",
        "still the smell of bread", "a door somewhere shuts", "I have come too late", "we were children then",
        "summer is over", "the moon does not mind", "tomorrow it snows", "how long is one day",
        "the tea has gone cold", "so many small stones", "a train far away", "the dog knows the way",
        "it is enough now", "all the leaves have gone", "nothing more to do", "and the rain goes on"
    };

    private Verses() {}

    /** By the seed and the request when it has a seed, else by its number: distinct until 8,000 are used up. */
    static String of(OpenAiRequest request, int index) {
        @Nullable Long seed = request.seed();
        long number = seed == null
                ? request.number() * 31L + index
                : seed * 7919 + request.user().hashCode() + index;
        return of(number);
    }

    static String of(long number) {
        int n = (int) Math.floorMod(number * 3_083, 8_000L);
        return FIRST[n % 20] + "\n" + SECOND[n / 20 % 20] + "\n" + THIRD[n / 400];
    }
}
