package org.kukai.llm;

import java.io.IOException;

import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;

import dev.langchain4j.model.openai.internal.chat.ChatCompletionResponse;

/** Small servers give their answers no {@code id}, without which the OpenAI client takes them for no chat completions. */
final class NamelessAnswers implements ReaderInterceptor {
    /** Further inside than the client's own check. */
    static final int PRIORITY = 10_000;

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        Object read = context.proceed();
        return read instanceof ChatCompletionResponse answer && answer.id() == null && answer.choices() != null
                ? named(answer)
                : read;
    }

    private static ChatCompletionResponse named(ChatCompletionResponse answer) {
        return ChatCompletionResponse.builder()
                .id("")
                .choices(answer.choices())
                .usage(answer.usage())
                .build();
    }
}
