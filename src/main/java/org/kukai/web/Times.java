package org.kukai.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import io.quarkus.qute.TemplateExtension;

/** Times, and spans of them, as people read them. */
public final class Times {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);

    private Times() {}

    /** The day in UTC: "30 Nov 2026". For labels of drawings; elsewhere the tag {@code moment} shows the reader's own. */
    public static String day(Instant time) {
        return DAY.format(time.atOffset(ZoneOffset.UTC));
    }

    /** The same to the minute: "30 Nov 2026, 00:43". */
    public static String minute(Instant time) {
        return MINUTE.format(time.atOffset(ZoneOffset.UTC));
    }

    /**
     * A moment as people read it who have no script that puts it into their own zone and language: "30 Nov 2026, 00:47 UTC". The tag
     * {@code moment} prints it on every page.
     */
    @TemplateExtension
    static String inUtc(Instant moment) {
        return minute(moment) + " UTC";
    }

    /** The two largest units: "3 min 20 s". */
    public static String inWords(Duration time) {
        if (time.toDays() > 0) {
            return time.toDays() + " d " + time.toHoursPart() + " h";
        }
        if (time.toHours() > 0) {
            return time.toHours() + " h " + time.toMinutesPart() + " min";
        }
        return time.toMinutes() > 0
                ? time.toMinutes() + " min " + time.toSecondsPart() + " s"
                : time.toSeconds() + " s";
    }
}
