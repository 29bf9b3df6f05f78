package org.kukai.web.correction;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.quarkus.qute.TemplateData;

import org.kukai.correction.WordReport;
import org.kukai.correction.WordRulings.Queued;
import org.kukai.syllable.Syllables;
import org.kukai.web.dictionary.WordView;

/**
 * A reported word in the queue.
 *
 * @param act where the acts on it are sent, before their nouns
 * @param page the word's own page
 * @param present how it is counted now, in words
 * @param heard what most of the reports shown hear
 * @param further how many reports are not shown
 */
@TemplateData
public record QueuedView(
        String word,
        String act,
        String page,
        String present,
        int heard,
        long reports,
        long raters,
        long poems,
        List<Said> said,
        long further) {
    /** A report as admins see it. */
    @TemplateData
    public record Said(String poem, String haiku, String rater, int heard, String counted, String note, Instant at) {
        static Said of(WordReport report) {
            return new Said(
                    report.haiku.text,
                    "/haiku/" + report.haiku.id,
                    report.rater.name,
                    report.heard,
                    String.join(
                            " or ", report.counted.stream().map(String::valueOf).toList()),
                    report.note,
                    report.reportedAt);
        }
    }

    static QueuedView of(Queued queued, Syllables syllables) {
        return new QueuedView(
                queued.word(),
                "/word-reports/" + WordView.encoded(queued.word()),
                WordView.pathOf(queued.word()),
                WordView.presently(syllables.count(queued.word())),
                mostHeard(queued.shown()),
                queued.reports(),
                queued.raters(),
                queued.poems(),
                queued.shown().stream().map(Said::of).toList(),
                queued.reports() - queued.shown().size());
    }

    private static int mostHeard(List<WordReport> reports) {
        Map<Integer, Integer> votes = new LinkedHashMap<>();
        reports.forEach(report -> votes.merge(report.heard, 1, Integer::sum));
        return votes.entrySet().stream()
                .max(Comparator.comparing(Map.Entry<Integer, Integer>::getValue)
                        .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .orElse(1);
    }
}
