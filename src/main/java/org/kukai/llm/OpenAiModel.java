package org.kukai.llm;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import dev.langchain4j.model.openai.internal.chat.AssistantMessage;
import dev.langchain4j.model.openai.internal.chat.ChatCompletionChoice;
import dev.langchain4j.model.openai.internal.chat.ChatCompletionRequest;
import dev.langchain4j.model.openai.internal.chat.ChatCompletionResponse;
import io.quarkiverse.langchain4j.openai.common.OpenAiRestApi;
import io.quarkiverse.langchain4j.openai.common.OpenAiRestApi.ApiMetadata;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A model on a server that speaks the OpenAI protocol (chat completions). */
final class OpenAiModel implements TextModel {
    private static final Logger LOG = Logger.getLogger(OpenAiModel.class);

    /** The one server that wants the newer name of the limit, which many others do not know yet. */
    private static final String OPENAI_HOST = "api.openai.com";

    private static final int BAD_REQUEST = 400;
    private static final int UNPROCESSABLE = 422;
    /** What a server puts around the messages, in tokens, at most. */
    private static final int AROUND_MESSAGES = 1_000;

    private final OpenAiRestApi api;
    private final String modelId;
    private final boolean newerLimit;
    private final Supplier<@Nullable String> key;
    private final Duration timeout;
    private final Failures failures;
    private final Several several;
    private final String host;
    private final AtomicBoolean doubted = new AtomicBoolean();

    OpenAiModel(
            OpenAiRestApi api,
            String baseUrl,
            String modelId,
            Supplier<@Nullable String> key,
            Duration timeout,
            Failures failures,
            Several several) {
        this.api = api;
        this.modelId = modelId;
        this.newerLimit = baseUrl.contains("//" + OPENAI_HOST);
        this.key = key;
        this.timeout = timeout;
        this.failures = failures;
        this.several = several;
        this.host = URI.create(baseUrl).getHost();
    }

    @Override
    public int atOnce(Sampling sampling, int wanted) {
        return sampling.seed() == null ? several.worthAsking(wanted, System.nanoTime()) : 1;
    }

    @Override
    public int likelyAtOnce(Sampling sampling, int wanted) {
        return sampling.seed() == null ? several.likely(wanted, System.nanoTime()) : 1;
    }

    @Override
    public Completion complete(String system, String user, Sampling sampling) {
        Sampling asked = sampling.withN(several.asked(sampling.n()));
        try {
            Completion completion = ask(system, user, asked);
            several.answered(asked.n(), completion.choices().size());
            return completion;
        } catch (ModelFailedException e) {
            several.failed();
            throw e.failure() instanceof Failure.Refused refused ? fewerAtOnce(refused, asked.n(), e) : e;
        }
    }

    /** Nothing in a refusal says reliably that it is for the number of answers; whether one is given will tell. */
    private ModelFailedException fewerAtOnce(Failure.Refused refused, int asked, ModelFailedException e) {
        boolean forNumber = (refused.status() == BAD_REQUEST || refused.status() == UNPROCESSABLE)
                && several.refused(asked)
                && asked > 1;
        return forNumber ? new ModelFailedException(new Failure.OnlyOne(refused.status(), refused.said()), e) : e;
    }

    private Completion ask(String system, String user, Sampling sampling) {
        String secret = key.get();
        refuseIfItLeadsElsewhere();
        ApiMetadata metadata = ApiMetadata.builder().openAiApiKey(secret).build();
        long start = System.nanoTime();
        // The asynchronous call, because only that one can be given up when its time is over.
        CompletableFuture<ChatCompletionResponse> call = api.createChatCompletion(
                        request(system, user, sampling), metadata)
                .subscribeAsCompletionStage();
        try {
            ChatCompletionResponse response = call.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
            return completion(response, system, user, sampling, Duration.ofNanos(System.nanoTime() - start));
        } catch (InterruptedException e) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            throw new ModelFailedException(new Failure.Unreachable("the call was broken off here"), e);
        } catch (ExecutionException | TimeoutException e) {
            call.cancel(true);
            throw failures.explain(e, timeout, secret);
        }
    }

    /** A name can be made to lead elsewhere at any time; what the connection then looks up is what was looked up here. */
    private void refuseIfItLeadsElsewhere() {
        String problem = Endpoint.problemOfHost(host);
        if (problem != null) {
            throw new ModelFailedException(
                    new Failure.Misconfigured("The model's server “" + host + "” is not called: " + problem + "."));
        }
    }

    private ChatCompletionRequest request(String system, String user, Sampling sampling) {
        ChatCompletionRequest.Builder request =
                ChatCompletionRequest.builder().model(modelId).temperature(sampling.temperature());
        if (newerLimit) {
            request.maxCompletionTokens(sampling.maxTokens());
        } else {
            request.maxTokens(sampling.maxTokens());
        }
        // What is at its default is left out: some servers refuse fields that they do not know.
        if (sampling.n() > 1) {
            request.n(sampling.n());
        }
        if (sampling.seed() != null) {
            request.seed(wireSeed(sampling.seed()));
        }
        if (!sampling.stop().isEmpty()) {
            request.stop(sampling.stop());
        }
        if (!system.isBlank()) {
            request.addSystemMessage(system);
        }
        return request.addUserMessage(user).build();
    }

    /** The client's type for a seed holds 31 bits; larger seeds are folded, the same way every time. */
    private static int wireSeed(long seed) {
        return seed >= 0 && seed <= Integer.MAX_VALUE ? (int) seed : Long.hashCode(seed) & Integer.MAX_VALUE;
    }

    private Completion completion(
            @Nullable ChatCompletionResponse response,
            String system,
            String user,
            Sampling sampling,
            Duration latency) {
        if (response == null || response.choices() == null || response.choices().isEmpty()) {
            throw new ModelFailedException(new Failure.Nonsense("it holds no choices"));
        }
        List<Choice> choices = response.choices().stream()
                .limit(sampling.n())
                .map(OpenAiModel::choice)
                .toList();
        Counted counted = Counted.of(
                response.usage(),
                bytes(system) + bytes(user) + AROUND_MESSAGES,
                Math.max(
                        (long) sampling.n() * sampling.maxTokens(),
                        choices.stream().mapToLong(c -> bytes(c.text())).sum()));
        if (counted.note() != null && doubted.compareAndSet(false, true)) {
            LOG.warnf("%s on %s: %s Such counts are cut.", modelId, host, counted.note());
        }
        return new Completion(
                choices,
                counted.prompt(),
                counted.completion(),
                response.id() == null ? "" : response.id(),
                latency,
                counted.note());
    }

    private static long bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static Choice choice(ChatCompletionChoice choice) {
        AssistantMessage message = choice.message();
        if (message == null) {
            throw new ModelFailedException(new Failure.Nonsense("a choice holds no message"));
        }
        if (message.refusal() != null && !message.refusal().isBlank()) {
            return new Choice(message.refusal(), Choice.REFUSAL);
        }
        String text = message.content() == null ? "" : message.content();
        return new Choice(text, choice.finishReason() == null ? "" : choice.finishReason());
    }
}
