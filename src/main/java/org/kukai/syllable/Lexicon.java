package org.kukai.syllable;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SortedMap;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The known words with their counts, as one byte array in the order of their hashes, two words to a bucket: about 2 MB for 127,000
 * words, read as it lies in the file; a look-up makes no garbage. An entry is the word's length, its letters, and which of the few
 * distinct {@link Known} values it has.
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
            boolean sounded = CONSONANT_E.matcher(word).find() && !silentE; // Hiroshige
            return new Known(counts, !sounded && hisses(word), !sounded && endsInDental(word), silentE);
        }

        static boolean hisses(String word) {
            return HISS.matcher(word).find();
        }

        static boolean endsInDental(String word) {
            return DENTAL.matcher(word).find();
        }
    }

    private static final int BUCKETS = 1 << 16;

    private final Known[] values;
    private final byte[] entries;
    /** Where each bucket starts in {@link #entries}, and after the last where they end. */
    private final int[] starts = new int[BUCKETS + 1];

    private Lexicon(Known[] values, byte[] sizes, byte[] entries) {
        this.values = values;
        this.entries = entries;
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            starts[bucket + 1] = starts[bucket] + (sizes[bucket] & 0xff);
        }
    }

    /** By the hash that a string keeps once it was asked for. */
    private static int bucket(String word) {
        int mixed = word.hashCode() * 0x9E3779B9;
        return mixed >>> 16;
    }

    /** What is known of a word in lower case, or null. */
    @Nullable
    Known find(String word) {
        int bucket = bucket(word);
        int end = starts[bucket + 1];
        for (int at = starts[bucket]; at < end; at += entries[at] + 2) {
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
        return new Lexicon(values, bytes(in, BUCKETS), bytes(in, in.readInt()));
    }

    private static byte[] bytes(DataInputStream in, int length) throws IOException {
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return bytes;
    }

    static void write(SortedMap<String, Known> words, DataOutputStream out) throws IOException {
        List<Known> values = List.copyOf(new LinkedHashSet<>(words.values()));
        byte[] sizes = new byte[BUCKETS];
        ByteArrayOutputStream entries = new ByteArrayOutputStream();
        List<String> inOrder = new ArrayList<>(words.keySet());
        inOrder.sort(Comparator.comparingInt(Lexicon::bucket));
        for (String word : inOrder) {
            int size = (sizes[bucket(word)] & 0xff) + word.length() + 2;
            sizes[bucket(word)] = (byte) size;
            int value = values.indexOf(words.get(word));
            if (size > 0xff || value > 0xff) {
                throw new IllegalStateException(word + " does not fit: " + size + " bytes, value " + value);
            }
            entries.write(word.length());
            entries.writeBytes(word.getBytes(StandardCharsets.US_ASCII));
            entries.write(value);
        }
        out.writeByte(values.size());
        for (Known value : values) {
            out.writeInt(value.counts().mask());
            out.writeByte(value.counts().usual());
            out.writeBoolean(value.sibilant());
            out.writeBoolean(value.dental());
            out.writeBoolean(value.silentE());
        }
        out.write(sizes);
        out.writeInt(entries.size());
        entries.writeTo(out);
    }
}
