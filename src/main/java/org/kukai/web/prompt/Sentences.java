package org.kukai.web.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.kukai.prompt.Intake;
import org.kukai.prompt.writing.Approval;

/** What became of an intake, in a sentence. */
final class Sentences {
    private Sentences() {}

    static String tell(Intake intake) {
        List<String> parts = new ArrayList<>();
        parts.add(count(intake.added(), "prompt was added", "prompts were added"));
        if (intake.duplicates() > 0) {
            parts.add(count(intake.duplicates(), "was there already", "were there already"));
        }
        if (intake.rejected() > 0) {
            parts.add(count(intake.rejected(), "was refused", "were refused"));
        }
        return String.join(", ", parts) + ".";
    }

    static String tell(Approval approval) {
        String added = count(approval.added(), "prompt was added to the pool", "prompts were added to the pool");
        return approval.duplicates() == 0
                ? added + "."
                : added + ", "
                        + count(
                                approval.duplicates(),
                                "was like one that is there now",
                                "were like some that are there now")
                        + ".";
    }

    private static String count(int number, String one, String many) {
        return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? one : many);
    }
}
