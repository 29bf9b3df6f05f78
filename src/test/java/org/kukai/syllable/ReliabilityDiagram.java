package org.kukai.syllable;

import java.util.Locale;
import java.util.Map;

import org.kukai.syllable.HeldOut.Split;

/** Draws {@link Reliability} as SVG that can be read in light and in dark. */
final class ReliabilityDiagram {

    private static final int SIDE = 360;
    private static final int MARGIN = 56;
    private static final double LEAST = 0.4;

    private ReliabilityDiagram() {}

    static String draw(Map<Split, Reliability> reliabilities) {
        StringBuilder svg = new StringBuilder();
        int width = SIDE + 2 * MARGIN;
        svg.append("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" font-family="sans-serif" font-size="12">
                <title>How often the model is right where it is so sure, on words held out from training</title>
                <rect width="100%%" height="100%%" fill="#fff"/>
                """.formatted(width, width));
        for (double at = LEAST; at < 1.01; at += 0.1) {
            svg.append(String.format(
                    Locale.ROOT, """
                    <path d="M%1$.1f %2$dV%3$d M%2$d %4$.1fH%3$d" stroke="#ddd" fill="none"/>
                    <text x="%1$.1f" y="%5$d" text-anchor="middle">%6$.0f %%</text>
                    <text x="%7$d" y="%4$.1f" text-anchor="end" dominant-baseline="middle">%6$.0f %%</text>
                    """, x(at), MARGIN, MARGIN + SIDE, y(at), MARGIN + SIDE + 18, 100 * at, MARGIN - 6));
        }
        svg.append(String.format(
                Locale.ROOT,
                "<path d=\"M%.1f %.1fL%.1f %.1f\" stroke=\"#777\" stroke-dasharray=\"4 4\" fill=\"none\"/>%n",
                x(LEAST),
                y(LEAST),
                x(1),
                y(1)));
        int line = 0;
        for (var entry : reliabilities.entrySet()) {
            String colour = line == 0 ? "#0b61a4" : "#b3430b";
            svg.append(points(entry.getValue(), colour, line));
            svg.append("<text x=\"%d\" y=\"%d\" fill=\"%s\">%s split</text>%n"
                    .formatted(MARGIN + 14, MARGIN + 20 + 18 * line, colour, name(entry.getKey())));
            line++;
        }
        svg.append("""
                <text x="%1$d" y="%2$d" text-anchor="middle">how sure the model is</text>
                <text x="16" y="%1$d" text-anchor="middle" transform="rotate(-90 16 %1$d)">how often it is right</text>
                </svg>
                """.formatted(MARGIN + SIDE / 2, width - 12));
        return svg.toString();
    }

    private static String name(Split split) {
        return split.name().toLowerCase(Locale.ROOT);
    }

    private static String points(Reliability reliability, String colour, int shape) {
        StringBuilder points = new StringBuilder();
        for (Reliability.Bin bin : reliability.bins()) {
            if (bin.right().all() > 0) {
                double x = x(bin.confidence());
                double y = y(bin.right().share());
                points.append(
                        shape == 0
                                ? String.format(
                                        Locale.ROOT,
                                        "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"5\" fill=\"%s\"/>%n",
                                        x,
                                        y,
                                        colour)
                                : String.format(
                                        Locale.ROOT,
                                        "<rect x=\"%.1f\" y=\"%.1f\" width=\"9\" height=\"9\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>%n",
                                        x - 4.5,
                                        y - 4.5,
                                        colour));
            }
        }
        return points.toString();
    }

    private static double x(double share) {
        return MARGIN + SIDE * (share - LEAST) / (1 - LEAST);
    }

    private static double y(double share) {
        return MARGIN + SIDE * (1 - share) / (1 - LEAST);
    }
}
