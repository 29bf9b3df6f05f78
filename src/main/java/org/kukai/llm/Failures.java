package org.kukai.llm;

import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkiverse.langchain4j.openai.common.OpenAiApiException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import org.kukai.llm.StatusFilter.StatusException;

/** Tells from what the HTTP client throws which {@link Failure} it was. */
@ApplicationScoped
class Failures {
    private static final Logger LOG = Logger.getLogger(Failures.class);
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_EARLY = 425;
    private static final int TOO_MANY_REQUESTS = 429;

    private final Clock clock;
    private final ObjectMapper json;

    Failures(Clock clock, ObjectMapper json) {
        this.clock = clock;
        this.json = json;
    }

    /** @param secret the key of the call, which must appear in no sentence */
    ModelFailedException explain(Throwable thrown, Duration limit, @Nullable String secret) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            Failure failure = classify(cause, limit, secret);
            if (failure != null) {
                return new ModelFailedException(failure);
            }
        }
        LOG.warn("The model client failed in a way that is not known", thrown);
        return new ModelFailedException(new Failure.Unreachable(hide(String.valueOf(thrown), secret)), thrown);
    }

    private @Nullable Failure classify(Throwable cause, Duration limit, @Nullable String secret) {
        return switch (cause) {
            case ModelFailedException known -> known.failure();
            case StatusException status -> byStatus(status, hide(said(status.body), secret));
            case TimeoutException e -> new Failure.TimedOut(limit);
            case io.smallrye.mutiny.TimeoutException e -> new Failure.TimedOut(limit);
            case JsonProcessingException e -> new Failure.Nonsense(hide(e.getOriginalMessage(), secret));
            case OpenAiApiException e -> new Failure.Nonsense("it is not a chat completion: it holds no choices");
            case UnknownHostException e -> new Failure.Unreachable("the host is not known: " + e.getMessage());
            case ClosedChannelException e -> new Failure.Unreachable("it was closed");
            case IOException e -> new Failure.Unreachable(hide(String.valueOf(e.getMessage()), secret));
            // The HTTP library's own, "Connection was closed" above all; it has no type that is not the library's.
            case RuntimeException e
            when e.getClass().getName().startsWith("io.vertx.") ->
                new Failure.Unreachable(hide(e.getMessage(), secret));
            default -> null;
        };
    }

    private Failure byStatus(StatusException answer, String said) {
        int status = answer.status;
        Optional<Duration> wait = RetryAfter.parse(answer.retryAfter, clock.instant());
        if (status == TOO_MANY_REQUESTS) {
            return new Failure.RateLimited(wait, said);
        }
        if (status >= 500 || status == REQUEST_TIMEOUT || status == TOO_EARLY) {
            return new Failure.ServerError(status, wait, said);
        }
        if (status >= 300 && status <= 399) {
            return new Failure.Refused(status, "it redirects elsewhere, which is not followed; register that address");
        }
        return new Failure.Refused(status, said);
    }

    /** The message of an error body: OpenAI's {@code error.message}, else what similar servers write, else its text. */
    private String said(String body) {
        try {
            JsonNode tree = json.readTree(body);
            for (String path : new String[] {"/error/message", "/message", "/detail", "/error"}) {
                JsonNode message = tree == null ? null : tree.at(path);
                if (message != null && message.isTextual()) {
                    return message.textValue();
                }
            }
            return body;
        } catch (JsonProcessingException e) {
            return body.stripLeading().startsWith("<") ? "" : body; // a web server's own page tells nothing
        }
    }

    private static String hide(@Nullable String text, @Nullable String secret) {
        String plain = text == null ? "" : text;
        return secret == null || secret.isEmpty() ? plain : plain.replace(secret, "…");
    }
}
