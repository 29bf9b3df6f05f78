package org.kukai.llm;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

import dev.langchain4j.model.openai.internal.chat.AssistantMessage;
import dev.langchain4j.model.openai.internal.chat.ChatCompletionChoice;
import dev.langchain4j.model.openai.internal.chat.ChatCompletionRequest;
import dev.langchain4j.model.openai.internal.chat.ChatCompletionResponse;
import dev.langchain4j.model.openai.internal.shared.Usage;
import io.quarkiverse.langchain4j.openai.common.OpenAiRestApi;
import io.quarkiverse.langchain4j.openai.common.OpenAiRestApi.ApiMetadata;
import org.jspecify.annotations.Nullable;

/** A model on a server that speaks the OpenAI protocol (chat completions). */
final class OpenAiModel implements TextModel {
    /** The one server that wants the newer name of the limit, which many others do not know yet. */
    private static final String OPENAI_HOST = "api.openai.com";

    private final OpenAiRestApi api;
    private final String modelId;
    private final boolean newerLimit;
    private final Supplier<@Nullable String> key;
    private final Duration timeout;
    private final Failures failures;

    OpenAiModel(
            OpenAiRestApi api,
            String baseUrl,
            String modelId,
            Supplier<@Nullable String> key,
            Duration timeout,
            Failures failures) {
        this.api = api;
        this.modelId = modelId;
        this.newerLimit = baseUrl.contains("//" + OPENAI_HOST);
        this.key = key;
        this.timeout = timeout;
        this.failures = failures;
    }

    @Override
    public Completion complete(String system, String user, Sampling sampling) {
        String secret = key.get();
        ApiMetadata metadata = ApiMetadata.builder().openAiApiKey(secret).build();
        long start = System.nanoTime();
        ChatCompletionResponse response;
        try {
            // The asynchronous call, because only that one can be given up when its time is over.
            response = api.createChatCompletion(request(system, user, sampling), metadata)
                    .await()
                    .atMost(timeout);
        } catch (RuntimeException e) {
            throw failures.explain(e, timeout, secret);
        }
        return completion(response, Duration.ofNanos(System.nanoTime() - start));
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

    private static Completion completion(@Nullable ChatCompletionResponse response, Duration latency) {
        if (response == null || response.choices() == null || response.choices().isEmpty()) {
            throw new ModelFailedException(new Failure.Nonsense("it holds no choices"));
        }
        List<Choice> choices =
                response.choices().stream().map(OpenAiModel::choice).toList();
        Usage usage = response.usage();
        return new Completion(
                choices,
                usage == null ? 0 : orZero(usage.promptTokens()),
                usage == null ? 0 : orZero(usage.completionTokens()),
                response.id() == null ? "" : response.id(),
                latency);
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

    private static int orZero(@Nullable Integer count) {
        return count == null ? 0 : count;
    }
}
