package org.kukai.annotation;

import java.util.HashSet;
import java.util.List;

import org.kukai.RefusedException;

/** The reasons that a round offers its raters: short, few, and each once. */
final class Tags {
    private static final int MOST = 20;
    private static final int LONGEST = 40;

    private Tags() {}

    /**
     * The tags as they are kept: without blanks at their ends, empty ones left out.
     *
     * @throws RefusedException when they will not do
     */
    static List<String> check(List<String> offered) {
        List<String> tags = offered.stream()
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .toList();
        if (tags.size() > MOST) {
            throw refused("A round offers at most " + MOST + " reasons; these are " + tags.size() + ".");
        }
        for (String tag : tags) {
            if (tag.length() > LONGEST) {
                throw refused("A reason has at most " + LONGEST + " characters; “" + tag + "” has more.");
            }
            if (tag.chars().anyMatch(Character::isISOControl)) {
                throw refused("The reason “" + tag.strip() + "” has a character that cannot be seen. Type it anew.");
            }
            WrittenText.refuseUnstorable("A reason", tag);
        }
        if (new HashSet<>(tags).size() < tags.size()) {
            throw refused("Each reason is offered once; one of these is there twice.");
        }
        return tags;
    }

    private static RefusedException refused(String why) {
        return new RefusedException(RefusedException.Kind.INVALID, why);
    }
}
