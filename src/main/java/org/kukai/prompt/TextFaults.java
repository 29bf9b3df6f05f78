package org.kukai.prompt;

/** What is said of files that are not UTF-8 text. */
final class TextFaults {
    private TextFaults() {}

    static UnreadableFileException notUtf8(String place) {
        return new UnreadableFileException(place + " is not UTF-8, so this is not a text file, or a text file in"
                + " another encoding. Save it as UTF-8 and send it again. Nothing was added.");
    }

    static UnreadableFileException zeroByte(int line) {
        return new UnreadableFileException(
                "Line " + line + " holds a zero byte, so this is not a text file, or a text file"
                        + " in UTF-16. Save it as UTF-8 and send it again. Nothing was added.");
    }

    static UnreadableFileException nothing() {
        return new UnreadableFileException("There is no prompt in what was sent.");
    }
}
