package org.kukai.web.annotation;

import java.util.List;

import org.kukai.annotation.RaterHours;
import org.kukai.annotation.Round;
import org.kukai.annotation.VotePace;
import org.kukai.ranking.RoundAgreement;
import org.kukai.web.Times;
import org.kukai.web.chart.Columns;
import org.kukai.web.chart.Shades;

/** What a round's votes say when they are all looked at, which takes a while in a large round. */
public record RoundFigures(String agreement, List<RaterRow> raters, Columns pace, Shades hours) {
    public RoundFigures {
        raters = List.copyOf(raters);
    }

    static RoundFigures of(Round round) {
        return new RoundFigures(
                Percent.of(RoundAgreement.raw(round)), RaterRow.of(round), pace(round), hours(RaterHours.of(round)));
    }

    private static Columns pace(Round round) {
        VotePace pace = VotePace.of(round);
        return Columns.of(
                "Votes per " + pace.unit().words() + " (UTC)",
                pace.slots().stream()
                        .map(slot -> new Columns.Amount(
                                pace.unit() == VotePace.Unit.DAY ? Times.day(slot.start()) : Times.minute(slot.start()),
                                slot.votes()))
                        .toList());
    }

    private static Shades hours(RaterHours told) {
        int from = "2026-11-20T".length();
        return Shades.of(
                "Votes by rater and hour (UTC)",
                "Rater",
                told.hours().stream()
                        .map(hour -> hour.toString().substring(from, from + "12:00".length()))
                        .toList(),
                told.rows().stream()
                        .map(row -> new Shades.Amounts(row.rater(), row.votes()))
                        .toList());
    }
}
