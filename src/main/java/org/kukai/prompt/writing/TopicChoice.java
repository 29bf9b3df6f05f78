package org.kukai.prompt.writing;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;

/** Which topics a prompt run is about. */
public sealed interface TopicChoice {
    /** As many as one run takes. */
    int MOST = 5_000;

    TopicSource source();

    /** These; equal ones count once. */
    record Given(List<String> topics) implements TopicChoice {
        public Given {
            topics = List.copyOf(topics);
        }

        @Override
        public TopicSource source() {
            return TopicSource.GIVEN;
        }
    }

    /** The first so many of the starter set's; null for all. */
    record Starter(@Nullable Integer limit) implements TopicChoice {
        public Starter {
            if (limit != null && limit < 1) {
                throw new RefusedException(
                        RefusedException.Kind.INVALID,
                        "At least one topic of the starter set is wanted, not " + limit
                                + "; leave the number empty for all.");
            }
        }

        @Override
        public TopicSource source() {
            return TopicSource.STARTER;
        }
    }

    /** So many as the model proposes, around a theme when there is one. */
    record Proposed(int count, @Nullable String theme) implements TopicChoice {
        private static final int THEME_LIMIT = 200;

        public Proposed {
            theme = theme == null || theme.isBlank() ? null : theme.strip();
            if (count < 1 || count > MOST) {
                throw new RefusedException(
                        RefusedException.Kind.INVALID, "A model proposes 1 to 5,000 topics, not " + count + ".");
            }
            if (theme != null && (theme.length() > THEME_LIMIT || theme.chars().anyMatch(c -> c < ' '))) {
                throw new RefusedException(
                        RefusedException.Kind.INVALID,
                        "A theme is one line of at most " + THEME_LIMIT + " characters.");
            }
        }

        @Override
        public TopicSource source() {
            return TopicSource.PROPOSED;
        }
    }
}
