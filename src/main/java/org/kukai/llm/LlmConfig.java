package org.kukai.llm;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;

/** How Kukai calls model servers; the defaults stand in {@code application.properties}. */
@ConfigMapping(prefix = "kukai.llm")
interface LlmConfig {
    /** How long a server may take to accept a connection. */
    Duration connectTimeout();

    /** How long a call may take from sending the request to the last byte of the answer. */
    Duration timeout();

    /** How many connections to one server may be open; calls beyond wait for a free one. */
    int connections();
}
