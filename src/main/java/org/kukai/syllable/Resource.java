package org.kukai.syllable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.zip.CRC32;

/** Lexicon and model as they are packed at build time, named by their own content. */
record Resource(Lexicon lexicon, NucleusModel model, String version) {

    static final String NAME = "english.bin";

    /** Raise when rules or tokens change the counts without changing the packed content. */
    private static final int RULES = 2;

    static Resource load() {
        try (InputStream in = Resource.class.getResourceAsStream(NAME)) {
            if (in == null) {
                throw new IllegalStateException(NAME + " is missing: build with Maven, which packs it after compiling");
            }
            return read(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Resource read(byte[] packed) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(packed);
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(packed));
        Lexicon lexicon = Lexicon.read(in);
        NucleusModel model = NucleusModel.read(in);
        return new Resource(lexicon, model, RULES + "." + HexFormat.of().toHexDigits((int) sum.getValue()));
    }

    static byte[] pack(SortedMap<String, Lexicon.Known> words, NucleusModel model) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(packed);
        Lexicon.write(words, out);
        model.write(out);
        return packed.toByteArray();
    }
}
