package org.kukai.llm;

import java.time.Duration;
import java.util.Optional;

/** Why a call gave no answer. Each kind knows its reason in a sentence, and whether trying again can help. */
public sealed interface Failure {
    /** One sentence for people, with the values; never a key. */
    String reason();

    /** Whether the same call will fail again until somebody changes something. */
    default boolean permanent() {
        return false;
    }

    /** How long the server asks to be left alone; the whole model should slow down, not one task. */
    default Optional<Duration> retryAfter() {
        return Optional.empty();
    }

    /** 429: too many requests, or a quota is spent. */
    record RateLimited(Optional<Duration> retryAfter, String said) implements Failure {
        @Override
        public String reason() {
            return "The server asks to slow down (429)" + Sentences.wait(retryAfter) + Sentences.quote(said);
        }
    }

    /** 5xx: the server's own trouble; 503 often says when to come back. */
    record ServerError(int status, Optional<Duration> retryAfter, String said) implements Failure {
        @Override
        public String reason() {
            return "The server failed (" + status + ")" + Sentences.wait(retryAfter) + Sentences.quote(said);
        }
    }

    /** No complete answer in time. */
    record TimedOut(Duration limit) implements Failure {
        @Override
        public String reason() {
            return "The server gave no complete answer within " + Sentences.seconds(limit) + ".";
        }
    }

    /** Nothing there, or the line went dead: unknown host, connection refused, reset or closed early. */
    record Unreachable(String detail) implements Failure {
        @Override
        public String reason() {
            return "The connection failed" + Sentences.quote(detail);
        }
    }

    /** The server understood and will not: 400, 401, 403, 404 and the like. */
    record Refused(int status, String said) implements Failure {
        @Override
        public String reason() {
            String meaning = switch (status) {
                case 401 -> ": the key is missing or wrong";
                case 403 -> ": the key may not do this";
                case 404 -> ": there is no such address or model";
                default -> "";
            };
            return "The server refused the request (" + status + ")" + meaning + Sentences.quote(said);
        }

        @Override
        public boolean permanent() {
            return true;
        }
    }

    /** The server understood and will not give several answers to one request; asked for one, it may well answer. */
    record OnlyOne(int status, String said) implements Failure {
        @Override
        public String reason() {
            return "The server gives one answer at a time (" + status + ")" + Sentences.quote(said);
        }
    }

    /** An answer that is not what the protocol promises: broken JSON, a body cut short, no choices. */
    record Nonsense(String detail) implements Failure {
        @Override
        public String reason() {
            return "The server's answer cannot be read" + Sentences.quote(detail);
        }
    }

    /** The call was not made: our own settings lack something, such as the key that the model refers to. */
    record Misconfigured(String detail) implements Failure {
        @Override
        public String reason() {
            return detail;
        }

        @Override
        public boolean permanent() {
            return true;
        }
    }
}
