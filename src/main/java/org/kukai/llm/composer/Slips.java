package org.kukai.llm.composer;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How a poem goes wrong, in the ways and about as often as with small language models. The form and the chatter around it
 * go wrong independently of each other.
 */
record Slips(@Nullable Fault fault, @Nullable Chatter chatter) {
    private static final double AT_ZERO = 0.005;
    private static final double FAULTS_BY_HEAT = 0.45;
    private static final double FAULTS_BY_SQUARE = 0.15;
    private static final double CHATTER_BY_HEAT = 0.17;

    /** What is wrong with the poem itself. */
    private enum Fault {
        LINE_OFF(6),
        TWO_LINES_OFF(3),
        FAR_OFF(2),
        FOURTH_LINE(2),
        TWO_LINES(1),
        PROSE(1);

        private final int weight;

        Fault(int weight) {
            this.weight = weight;
        }
    }

    /** What stands around the poem. */
    private enum Chatter {
        PREAMBLE,
        TITLE,
        CLOSING,
        COUNTS,
        QUOTED
    }

    /** One draw decides whether, before what, so that a poem that fails at some temperature fails at every higher one. */
    static Slips drawn(double temperature, Draw draw) {
        double fails = AT_ZERO
                + (1 - Math.exp(-FAULTS_BY_HEAT * temperature - FAULTS_BY_SQUARE * temperature * temperature))
                        * (1 - AT_ZERO);
        boolean faulty = draw.happens(fails);
        boolean chatty = draw.happens(CHATTER_BY_HEAT * temperature);
        return new Slips(faulty ? fault(draw) : null, chatty ? draw.of(List.of(Chatter.values())) : null);
    }

    private static Fault fault(Draw draw) {
        int total = 0;
        for (Fault fault : Fault.values()) {
            total += fault.weight;
        }
        int ticket = draw.below(total);
        for (Fault fault : Fault.values()) {
            ticket -= fault.weight;
            if (ticket < 0) {
                return fault;
            }
        }
        throw new IllegalStateException("a ticket beyond the total " + total);
    }

    /** The syllables to write each line with. */
    int[] aimFor(int[] form, Draw draw) {
        int[] aim = form.clone();
        if (fault == Fault.LINE_OFF || fault == Fault.TWO_LINES_OFF) {
            int first = draw.below(aim.length);
            aim[first] += off(draw);
            if (fault == Fault.TWO_LINES_OFF) {
                aim[(first + 1 + draw.below(2)) % aim.length] += off(draw);
            }
        } else if (fault == Fault.FAR_OFF) {
            for (int i = 0; i < aim.length; i++) {
                aim[i] += draw.below(3) + (i == 1 ? 0 : 1);
            }
        }
        return aim;
    }

    private static int off(Draw draw) {
        return switch (draw.below(6)) {
            case 0 -> -2;
            case 1, 2 -> -1;
            case 3, 4 -> 1;
            default -> 2;
        };
    }

    String spoil(List<String> poem, Grammar grammar, Topic topic, Draw draw) {
        if (fault == Fault.PROSE) {
            return capital(grammar.fill(draw.of(grammar.free("prose")), topic, draw));
        }
        List<String> lines = new ArrayList<>(poem);
        if (fault == Fault.FOURTH_LINE) {
            lines.add(draw.of(grammar.lines("close").stream()
                            .filter(line -> (line.lengths(Topic.NONE) >>> 5 & 1) == 1)
                            .toList())
                    .text(5, draw));
        } else if (fault == Fault.TWO_LINES) {
            String last = lines.removeLast();
            lines.add(lines.removeLast() + ", " + last);
        }
        return chatter == null ? String.join("\n", lines) : surround(lines, grammar, topic, draw);
    }

    private String surround(List<String> lines, Grammar grammar, Topic topic, Draw draw) {
        String poem = String.join("\n", lines);
        return switch (chatter) {
            case PREAMBLE -> grammar.fill(draw.of(grammar.free("preamble")), topic, draw) + "\n\n" + poem;
            case TITLE -> "**" + capital(topic.whole()) + "**\n\n" + poem;
            case CLOSING -> poem + "\n\n" + grammar.fill(draw.of(grammar.free("closing")), topic, draw);
            case COUNTS ->
                lines.size() == 3 ? lines.get(0) + " (5)\n" + lines.get(1) + " (7)\n" + lines.get(2) + " (5)" : poem;
            case QUOTED -> "“" + poem + "”";
            case null -> poem;
        };
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
