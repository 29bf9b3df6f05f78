package org.kukai.llm;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;

import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.model.openai.internal.chat.ChatCompletionResponse;

/**
 * Takes answers that are good but for what no poem needs. Small servers give their answers no {@code id}, without which the OpenAI client takes them for
 * no chat completions; and some count tokens in ways that its types do not hold.
 */
final class LenientAnswers implements ReaderInterceptor {
    /** Further inside than the client's own check, and than all else, so that what is read can be read a second time. */
    static final int PRIORITY = 10_000;

    private static final String USAGE = "usage";
    private static final List<String> COUNTS = List.of("prompt_tokens", "completion_tokens", "total_tokens");

    private final ObjectMapper json;

    LenientAnswers(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        byte[] body = context.getInputStream().readAllBytes();
        Object read = read(context, body);
        return read instanceof ChatCompletionResponse answer && answer.id() == null && answer.choices() != null
                ? named(answer)
                : read;
    }

    private Object read(ReaderInterceptorContext context, byte[] body) throws IOException {
        context.setInputStream(new ByteArrayInputStream(body));
        try {
            return context.proceed();
        } catch (IOException | RuntimeException e) {
            byte[] mended = withCountsThatFit(body);
            if (mended.length == 0) {
                throw e;
            }
            context.setInputStream(new ByteArrayInputStream(mended));
            return context.proceed();
        }
    }

    /** The same with counts of tokens between 0 and the largest that is held; empty when there are none. */
    private byte[] withCountsThatFit(byte[] body) throws IOException {
        try {
            if (!(json.readTree(body) instanceof ObjectNode answer) || !answer.has(USAGE)) {
                return new byte[0];
            }
            JsonNode usage = answer.get(USAGE);
            ObjectNode fitting = answer.putObject(USAGE);
            for (String count : COUNTS) {
                double given = usage.path(count).asDouble();
                fitting.put(count, (int) Math.clamp(given, 0, Integer.MAX_VALUE));
            }
            return json.writeValueAsBytes(answer);
        } catch (JacksonException e) {
            return new byte[0];
        }
    }

    private static ChatCompletionResponse named(ChatCompletionResponse answer) {
        return ChatCompletionResponse.builder()
                .id("")
                .choices(answer.choices())
                .usage(answer.usage())
                .build();
    }
}
