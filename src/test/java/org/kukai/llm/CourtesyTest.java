package org.kukai.llm;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CourtesyTest {
    private final Courtesy courtesy = new Courtesy();

    @Test
    void waitsForAPageButNotForEver() throws InterruptedException {
        courtesy.asked();
        assertThat(waited(courtesy)).isGreaterThanOrEqualTo(Duration.ofMillis(40));
    }

    private static Duration waited(Courtesy courtesy) throws InterruptedException {
        AtomicLong nanos = new AtomicLong();
        Thread.ofVirtual()
                .start(() -> {
                    long start = System.nanoTime();
                    courtesy.giveWay();
                    nanos.set(System.nanoTime() - start);
                })
                .join();
        return Duration.ofNanos(nanos.get());
    }
}
