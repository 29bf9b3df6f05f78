package org.kukai.syllable;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The known words with their counts, as one byte array behind an open hash index: about 2.5 MB for 125,000 words, and a look-up
 * makes no garbage. An entry is the word's length, its letters, and which of the few distinct {@link Known} values it has.
 */
final class Lexicon {

    /**
     * What is known of a word.
     *
     * @param counts its counts
     * @param sibilant whether it ends in a hiss, so that a plural s is a syllable of its own
     * @param dental whether it ends in T or D, so that -ed is
     * @param silentE whether its last letter is an e that is not heard
     */
    record Known(Counts counts, boolean sibilant, boolean dental, boolean silentE) {

        static Known heard(String word, Counts counts, List<String> phones) {
            String last = phones.getLast();
            boolean silentE = word.endsWith("e") && !Phones.isVowel(last);
            return new Known(counts, Phones.isSibilant(last), Phones.isDental(last), silentE);
        }

        private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");
        private static final Pattern HISS = Pattern.compile("([sxz]|[cs]he?|[cgsz]e)$");
        private static final Pattern DENTAL = Pattern.compile("[td]e?$");
        private static final Pattern WEAK_LE = Pattern.compile("[^aeiouylrw]le$");
        private static final Pattern CONSONANT_E = Pattern.compile("[^aeiouy]e$");

        /** What can be told of a word's end by its spelling. */
        static Known spelled(String word, Counts counts) {
            boolean silentE = WEAK_LE.matcher(word).find()
                    || (CONSONANT_E.matcher(word).find()
                            && VOWELS.matcher(word).results().count() > counts.usual());
            return new Known(counts, hisses(word), endsInDental(word), silentE);
        }

        static boolean hisses(String word) {
            return HISS.matcher(word).find();
        }

        static boolean endsInDental(String word) {
            return DENTAL.matcher(word).find();
        }
    }

    private final Known[] values;
    private final byte[] entries;
    private final int[] index;

    private Lexicon(Known[] values, byte[] entries, int words) {
        this.values = values;
        this.entries = entries;
        this.index = new int[Integer.highestOneBit(Math.max(2, words)) * 4];
        for (int at = 0; at < entries.length; at += entries[at] + 2) {
            int slot = hash(at + 1, entries[at]) & (index.length - 1);
            while (index[slot] != 0) {
                slot = (slot + 1) & (index.length - 1);
            }
            index[slot] = at + 1;
        }
    }

    /** As {@link String#hashCode} does, which a string keeps. */
    private int hash(int from, int length) {
        int hash = 0;
        for (int i = from; i < from + length; i++) {
            hash = 31 * hash + entries[i];
        }
        return spread(hash);
    }

    private static int spread(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed ^ (mixed >>> 15);
    }

    /** What is known of a word in lower case, or null. */
    @Nullable
    Known find(String word) {
        int slot = spread(word.hashCode()) & (index.length - 1);
        for (; index[slot] != 0; slot = (slot + 1) & (index.length - 1)) {
            int at = index[slot] - 1;
            if (matches(word, at)) {
                return values[entries[at + 1 + entries[at]] & 0xff];
            }
        }
        return null;
    }

    private boolean matches(String word, int at) {
        if (entries[at] != word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (entries[at + 1 + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    static Lexicon read(DataInputStream in) throws IOException {
        Known[] values = new Known[in.readUnsignedByte()];
        for (int i = 0; i < values.length; i++) {
            values[i] = new Known(
                    new Counts(in.readInt(), in.readUnsignedByte()),
                    in.readBoolean(),
                    in.readBoolean(),
                    in.readBoolean());
        }
        int words = in.readInt();
        return new Lexicon(values, in.readNBytes(in.readInt()), words);
    }

    static void write(SortedMap<String, Known> words, DataOutputStream out) throws IOException {
        List<Known> values = new ArrayList<>();
        ByteArrayOutputStream entries = new ByteArrayOutputStream();
        for (var entry : words.entrySet()) {
            int value = values.indexOf(entry.getValue());
            if (value < 0) {
                value = values.size();
                values.add(entry.getValue());
            }
            byte[] letters = entry.getKey().getBytes(StandardCharsets.US_ASCII);
            entries.write(letters.length);
            entries.writeBytes(letters);
            entries.write(value);
        }
        if (values.size() > 255) {
            throw new IllegalStateException(values.size() + " distinct values do not fit a byte");
        }
        out.writeByte(values.size());
        for (Known value : values) {
            out.writeInt(value.counts().mask());
            out.writeByte(value.counts().usual());
            out.writeBoolean(value.sibilant());
            out.writeBoolean(value.dental());
            out.writeBoolean(value.silentE());
        }
        out.writeInt(words.size());
        out.writeInt(entries.size());
        entries.writeTo(out);
    }
}
