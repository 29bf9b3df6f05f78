package org.kukai.haiku;

/** Something that the extraction took away from a raw answer, and why. */
public record Removal(Reason reason, String text) {

    /** What kind of chatter it was. */
    public enum Reason {
        /** Control characters, byte order marks, odd line ends and spaces. */
        UNPRINTABLE("unprintable characters"),
        HTML("HTML marks"),
        /** What parts the turns of a chat, and turns that are not the model's answer. */
        TURN("marks of a chat"),
        WRAPPER("JSON or code around the poem"),
        FENCE("a code fence"),
        EMPHASIS("bold and italic marks"),
        QUOTE("quotation marks around the poem"),
        LIST("list, line or bullet marks"),
        LABEL("a label before a line"),
        TITLE("a heading or title"),
        PREAMBLE("words before the poem"),
        CLOSING("words after the poem"),
        ANNOTATION("syllable counts"),
        SPLIT("words split to show their syllables"),
        SIGNATURE("a signature"),
        EMOJI("emoji"),
        SEPARATOR("marks between lines"),
        FURTHER_POEM("a further poem");

        private final String prose;

        Reason(String prose) {
            this.prose = prose;
        }

        /** In words, to stand after "taken away:". */
        public String prose() {
            return prose;
        }
    }
}
