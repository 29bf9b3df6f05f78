package org.kukai.account;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

import org.kukai.RefusedException;

/** What an account may be called, and when two names are the same; what is true of a name that people read anywhere. */
public final class Names {
    static final int LONGEST = 60;

    /** What joins two characters, or keeps them apart: names in Persian have it, and emoji of several parts. */
    private static final Pattern JOINED =
            Pattern.compile("([\\p{L}\\p{M}\\p{S}])[\\u200C\\u200D](?=[\\p{L}\\p{M}\\p{S}])");

    private Names() {}

    /**
     * The name as it is kept: without blanks at its ends.
     *
     * @throws RefusedException when it is empty, too long, or holds a colon (HTTP Basic ends the name there) or a
     *     character that cannot be seen
     */
    static String check(String given) {
        String name = Normalizer.normalize(given, Normalizer.Form.NFC).strip();
        if (name.isEmpty()) {
            throw refused("Give a name of 1 to " + LONGEST + " characters.");
        }
        if (name.length() > LONGEST) {
            throw refused("A name has at most " + LONGEST + " characters; this one has " + name.length() + ".");
        }
        if (name.indexOf(':') >= 0) {
            throw refused("A name has no colon; “" + name + "” has one.");
        }
        refuseInvisible(name);
        return name;
    }

    /**
     * Refuses a name that does not look like what it is.
     *
     * @throws RefusedException when it holds a character that cannot be seen
     */
    public static void refuseInvisible(String name) {
        if (!withoutJoiners(name).codePoints().allMatch(Names::canBeSeen)) {
            throw refused("This name has a character that cannot be seen. Type it anew.");
        }
    }

    /** Names with the same key are the same: case, compatibility forms and joiners do not tell them apart. */
    static String key(String name) {
        String folded = Normalizer.normalize(withoutJoiners(name.strip()), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT);
        return Normalizer.normalize(folded, Normalizer.Form.NFKC);
    }

    private static String withoutJoiners(String name) {
        return JOINED.matcher(name).replaceAll("$1");
    }

    // Invisible characters would let one name pass for another, and PostgreSQL takes no zero character.
    private static boolean canBeSeen(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static RefusedException refused(String why) {
        return new RefusedException(RefusedException.Kind.INVALID, why);
    }
}
