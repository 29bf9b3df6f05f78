package org.kukai.syllable;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/** Lexicon and model as they are packed at build time, named by their own content. */
record Resource(Lexicon lexicon, NucleusModel model, String version) {

    static final String NAME = "english.bin";

    /** Raise when rules or tokens change the counts without changing the packed content. */
    private static final int RULES = 4;

    static Resource load() {
        try (InputStream in = Resource.class.getResourceAsStream(NAME)) {
            if (in == null) {
                throw new IllegalStateException(NAME + " is missing: build with Maven, which packs it after compiling");
            }
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Resource read(InputStream packed) throws IOException {
        CheckedInputStream summed = new CheckedInputStream(packed, new CRC32());
        DataInputStream in = new DataInputStream(new BufferedInputStream(summed, 1 << 16));
        Lexicon lexicon = Lexicon.read(in);
        NucleusModel model = NucleusModel.read(in);
        if (in.read() >= 0) {
            throw new IOException(NAME + " is longer than what was read of it");
        }
        int sum = (int) summed.getChecksum().getValue();
        return new Resource(lexicon, model, RULES + "." + HexFormat.of().toHexDigits(sum));
    }

    static byte[] pack(SortedMap<String, Lexicon.Known> words, NucleusModel model) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(packed);
        Lexicon.write(words, out);
        model.write(out);
        return packed.toByteArray();
    }
}
