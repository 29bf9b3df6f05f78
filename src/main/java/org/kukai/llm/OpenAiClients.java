package org.kukai.llm;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkiverse.langchain4j.openai.common.OpenAiRestApi;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.resteasy.reactive.client.api.QuarkusRestClientProperties;
import org.jspecify.annotations.Nullable;

/**
 * Builds clients of model servers at run time. They are quarkus-langchain4j's own REST client of the OpenAI protocol, built
 * here rather than by its {@code OpenAiChatModel}, because that hides the Retry-After header and tries again by itself.
 */
@ApplicationScoped
class OpenAiClients {
    private final LlmConfig config;
    private final KeySafe keys;
    private final Failures failures;
    private final ObjectMapper json;

    OpenAiClients(LlmConfig config, KeySafe keys, Failures failures, ObjectMapper json) {
        this.config = config;
        this.keys = keys;
        this.failures = failures;
        this.json = json;
    }

    /** @throws ModelFailedException when the model's address may not be called any more */
    OpenAiModel open(String baseUrl, String modelId, Supplier<@Nullable String> key, Several several) {
        URI uri = URI.create(baseUrl);
        String problem = Endpoint.problemOfHost(uri.getHost());
        if (problem != null) {
            throw new ModelFailedException(
                    new Failure.Misconfigured("The base URL “" + baseUrl + "” cannot be used: " + problem + "."));
        }
        OpenAiRestApi api = QuarkusRestClientBuilder.newBuilder()
                .baseUri(uri)
                .connectTimeout(config.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(config.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .followRedirects(false)
                .userAgent("Kukai")
                .property(QuarkusRestClientProperties.CONNECTION_POOL_SIZE, config.connections())
                .register(new StatusFilter())
                .register(new LenientAnswers(json), LenientAnswers.PRIORITY)
                .build(OpenAiRestApi.class);
        return new OpenAiModel(api, baseUrl, modelId, key, config.timeout(), failures, several);
    }

    /** How a model's calls come by their key. */
    Supplier<@Nullable String> keyOf(Model model) {
        byte[] locked = model.keyEncrypted;
        String reference = model.keyReference;
        if (locked != null) {
            String plain = keys.unlock(locked, model.id);
            return () -> plain;
        }
        return reference == null ? () -> null : () -> lookUp(reference);
    }

    private static String lookUp(String reference) {
        Optional<String> value = ConfigProvider.getConfig().getOptionalValue(reference, String.class);
        return value.filter(key -> !key.isBlank())
                .orElseThrow(() -> new ModelFailedException(new Failure.Misconfigured("The setting " + reference
                        + " that holds the model's key is not set. Set it in the environment and start Kukai again.")));
    }
}
