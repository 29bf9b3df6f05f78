package org.kukai.web.dataset;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** RFC 9110, sections 13.1.2, 13.1.5 and 14.1.2. */
class ConditionsTest {
    private static final String TAG = "\"abc\"";

    @Test
    void readsEveryFormOfASingleRange() {
        assertThat(wanted("bytes=0-99")).isEqualTo("0-99");
        assertThat(wanted("bytes=990-")).isEqualTo("990-999");
        assertThat(wanted("bytes=-10")).isEqualTo("990-999");
        assertThat(wanted("bytes=-5000")).isEqualTo("0-999");
        assertThat(wanted("bytes=900-5000")).isEqualTo("900-999");
        assertThat(wanted("bytes = 5 - 5 ")).isEqualTo("5-5");
    }

    @Test
    void knowsARangeBehindTheEnd() {
        assertThat(wanted("bytes=1000-")).isEqualTo("nothing");
        assertThat(wanted("bytes=-0")).isEqualTo("nothing");
    }

    @Test
    void sendsTheWholeFileForWhatItDoesNotRead() {
        assertThat(wanted(null)).isEqualTo("whole");
        assertThat(wanted("bytes=0-1,5-6")).isEqualTo("whole");
        assertThat(wanted("bytes=9-1")).isEqualTo("whole");
        assertThat(wanted("bytes=-")).isEqualTo("whole");
        assertThat(wanted("bytes=99999999999999999999-")).isEqualTo("whole");
        assertThat(wanted("lines=1-2")).isEqualTo("whole");
    }

    @Test
    void sendsARangeOnlyOfTheFileThatTheCallerHasTheRestOf() {
        assertThat(tell(new Conditions("bytes=0-9", TAG, null))).isEqualTo("0-9");
        assertThat(tell(new Conditions("bytes=0-9", "\"old\"", null))).isEqualTo("whole");
        assertThat(tell(new Conditions("bytes=0-9", "W/\"abc\"", null))).isEqualTo("whole");
    }

    @Test
    void knowsWhatTheCallerHasAlready() {
        assertThat(new Conditions(null, null, "\"x\", W/\"abc\"").hasAlready(TAG))
                .isTrue();
        assertThat(new Conditions(null, null, "*").hasAlready(TAG)).isTrue();
        assertThat(new Conditions(null, null, "\"x\"").hasAlready(TAG)).isFalse();
        assertThat(new Conditions(null, null, null).hasAlready(TAG)).isFalse();
    }

    private static String wanted(@Nullable String range) {
        return tell(new Conditions(range, null, null));
    }

    private static String tell(Conditions conditions) {
        return switch (conditions.wanted(TAG, 1000)) {
            case Conditions.Wanted.Whole whole -> "whole";
            case Conditions.Wanted.Nothing nothing -> "nothing";
            case Conditions.Wanted.Part(Conditions.Span span) -> span.first() + "-" + span.last();
        };
    }
}
