package org.kukai.prompt;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * The lines of a UTF-8 file, each decoded by itself, so that the line of a fault is known exactly. No line takes more
 * memory than {@link #LONGEST} bytes: of a longer one only its number is given.
 */
public final class Utf8Lines implements Closeable {
    public static final int LONGEST = 1 << 20;

    private static final int END = -1;

    private final InputStream input;
    private final boolean patient;
    private final byte[] chunk = new byte[1 << 16];
    private byte[] line = new byte[1 << 12];
    private int chunkEnd;
    private int chunkAt;
    private int number;

    Utf8Lines(Path file) throws IOException {
        this(file, false);
    }

    private Utf8Lines(Path file, boolean patient) throws IOException {
        this.input = Files.newInputStream(file);
        this.patient = patient;
    }

    /** The lines of a file in which one that is no text costs only itself. */
    public static Utf8Lines patient(Path file) throws IOException {
        return new Utf8Lines(file, true);
    }

    /**
     * A line without its end; the text of one that is too long, or no text, is empty.
     *
     * @param number from 1
     * @param noText whether it holds a zero byte or is not UTF-8, where that is let pass
     */
    public record Line(int number, String text, boolean tooLong, boolean noText) {
        public static final String TOO_LONG = "The line is longer than %,d bytes.".formatted(LONGEST);
    }

    /**
     * The next line, or empty at the end of the file.
     *
     * @throws UnreadableFileException when it is not UTF-8 text
     */
    public Optional<Line> next() throws IOException {
        int b = readByte();
        if (b == END) {
            return Optional.empty();
        }
        number++;
        long length = 0;
        boolean noText = false;
        for (; b != END && b != '\n'; b = readByte()) {
            noText |= b == 0;
            if (b == 0 && !patient) {
                throw TextFaults.zeroByte(number);
            }
            if (length < LONGEST) {
                append((int) length, (byte) b);
            }
            length++;
        }
        if (length > LONGEST) {
            return Optional.of(new Line(number, "", true, noText));
        }
        Optional<String> text = noText ? Optional.empty() : decode((int) length);
        return Optional.of(new Line(number, text.orElse(""), false, text.isEmpty()));
    }

    private void append(int at, byte b) {
        if (at == line.length) {
            line = Arrays.copyOf(line, Math.min(LONGEST, line.length * 4));
        }
        line[at] = b;
    }

    private Optional<String> decode(int length) {
        int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line, 0, end))
                    .toString();
            return Optional.of(number == 1 && text.startsWith("\ufeff") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            if (patient) {
                return Optional.empty();
            }
            throw TextFaults.notUtf8("Line " + number);
        }
    }

    private int readByte() throws IOException {
        if (chunkAt == chunkEnd) {
            chunkEnd = input.read(chunk);
            chunkAt = 0;
            if (chunkEnd <= 0) {
                chunkEnd = 0;
                return END;
            }
        }
        return chunk[chunkAt++] & 0xff;
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
