package org.kukai.webhook;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SignatureTest {
    /** {@code printf '1700000000.{"event":"test"}' | openssl dgst -sha256 -hmac secret}. */
    @Test
    void isWhatOpensslComputes() {
        assertThat(Signature.of("{\"event\":\"test\"}", "secret", Instant.ofEpochSecond(1_700_000_000)))
                .isEqualTo("t=1700000000,v1=e6a22eb66e93669c75e7a035a110d9a2ccfa7cdef62d0ecb361671b92718ee9f");
    }
}
