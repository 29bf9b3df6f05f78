package org.kukai.llm;

import java.time.Duration;

/** Settings of somebody who does not wait long. */
record Hasty(Duration timeout) implements LlmConfig {
    @Override
    public Duration connectTimeout() {
        return Duration.ofSeconds(5);
    }

    @Override
    public int connections() {
        return 10;
    }
}
