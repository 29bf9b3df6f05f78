package org.kukai.prompt.writing;

import org.kukai.RefusedException;
import org.kukai.prompt.Wording;

/** What requests are about: a few words on one line. */
record Topic(String text, String key) {
    /** Unicode code points. */
    static final int LIMIT = 200;

    /** @throws RefusedException when it is no such thing; the message says why */
    static Topic of(String given) {
        Wording wording = Wording.of(given);
        if (wording.text().codePointCount(0, wording.text().length()) > LIMIT) {
            throw new RefusedException(
                    RefusedException.Kind.INVALID,
                    "A topic has at most " + LIMIT + " characters: “"
                            + wording.text().substring(0, 60) + "…” has more.");
        }
        if (wording.text().indexOf('\n') >= 0) {
            throw new RefusedException(
                    RefusedException.Kind.INVALID,
                    "A topic is one line; “" + wording.text().replace('\n', ' ') + "” is more.");
        }
        return new Topic(wording.text(), wording.key());
    }
}
