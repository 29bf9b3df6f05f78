package org.kukai.llm.composer;

import java.util.List;

/** A sequence of parts. Where none of them is the topic's, what it can be is worked out once. */
final class Line implements Part {
    private final Part[] parts;
    private final boolean ofTopic;
    private final int knownLengths;

    Line(List<Part> parts) {
        this.parts = parts.toArray(Part[]::new);
        this.ofTopic = parts.stream().anyMatch(Place.class::isInstance);
        this.knownLengths = ofTopic ? 0 : suffixes(Topic.NONE)[0];
    }

    boolean isTopicAlone() {
        return parts.length == 1 && ofTopic;
    }

    /** A line without a topic. */
    String text(int syllables, Draw draw) {
        return text(Topic.NONE, syllables, draw);
    }

    String text(Topic topic, int syllables, Draw draw) {
        Verse verse = new Verse();
        write(topic, syllables, draw, verse);
        return verse.text();
    }

    @Override
    public int lengths(Topic topic) {
        return ofTopic ? suffixes(topic)[0] : knownLengths;
    }

    /** What the parts from each place on can sum up to. */
    private int[] suffixes(Topic topic) {
        int[] reach = new int[parts.length + 1];
        reach[parts.length] = 1;
        for (int i = parts.length - 1; i >= 0; i--) {
            int own = parts[i].lengths(topic);
            int sums = 0;
            for (int k = 0; k <= LONGEST; k++) {
                if ((own >>> k & 1) == 1) {
                    sums |= reach[i + 1] << k;
                }
            }
            reach[i] = sums & LENGTHS;
        }
        return reach;
    }

    @Override
    public int variety(Topic topic, int syllables) {
        return 1;
    }

    @Override
    public void write(Topic topic, int syllables, Draw draw, Verse verse) {
        int[] reach = suffixes(topic);
        int left = syllables;
        for (int i = 0; i < parts.length; i++) {
            int length = choose(parts[i], topic, left, reach[i + 1], draw);
            parts[i].write(topic, length, draw, verse);
            left -= length;
        }
    }

    /** A length that the part can have and that leaves a sum which the rest can have, by how much variety it offers. */
    private static int choose(Part part, Topic topic, int left, int rest, Draw draw) {
        int own = part.lengths(topic);
        int total = 0;
        for (int k = 0; k <= left; k++) {
            total += fits(own, rest, k, left) ? part.variety(topic, k) : 0;
        }
        int ticket = draw.below(total);
        for (int k = 0; k <= left; k++) {
            if (fits(own, rest, k, left)) {
                ticket -= part.variety(topic, k);
                if (ticket < 0) {
                    return k;
                }
            }
        }
        throw new IllegalStateException("a ticket beyond the total " + total);
    }

    private static boolean fits(int own, int rest, int k, int left) {
        return (own >>> k & 1) == 1 && (rest >>> (left - k) & 1) == 1;
    }
}
