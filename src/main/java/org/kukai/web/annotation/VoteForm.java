package org.kukai.web.annotation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

import org.kukai.annotation.Answer;
import org.kukai.annotation.Choice;
import org.kukai.annotation.Remarks;
import org.kukai.annotation.Strength;

/**
 * A vote, or something to add to one, as a form sends it.
 *
 * @param shown the assignment of what the rater looks at by now, when it was fetched ahead
 * @param vote the assignment of an earlier vote, which strength, reasons and comment are then about
 * @param from {@code history} when the rater is to come back there
 */
record VoteForm(
        @RestForm @Nullable String assignment,
        @RestForm @Nullable String choice,
        @RestForm @Nullable String strength,
        @RestForm @Nullable List<String> reason,
        @RestForm @Nullable String comment,
        @RestForm @Nullable String millis,
        @RestForm @Nullable String shown,
        @RestForm @Nullable String vote,
        @RestForm @Nullable String from) {
    private static final int DIGITS = 9;

    Answer answer() {
        Choice chosen = Choice.ofSpelled(Input.text(choice));
        return new Answer(Input.assignment(assignment), chosen, added(chosen), milliseconds());
    }

    /** What is said of this vote itself: how clear it is, or, where it is changed, all that stands in the form and goes with the new choice. */
    private Remarks added(Choice chosen) {
        if (isAgain()) {
            return chosen.isSided()
                    ? remarks()
                    : new Remarks(null, remarks().reasons(), remarks().comment());
        }
        Strength sure = vote == null ? sure() : null;
        return sure == null ? Remarks.NONE : new Remarks(sure, null, null);
    }

    /** All three fields of the form for remarks: a reason that is not ticked is none. */
    Remarks remarks() {
        return new Remarks(sure(), reason == null ? List.of() : reason, Input.text(comment));
    }

    /** What was written about the vote before and sent along with this one: what is left empty is not said. */
    Optional<Remarks> along() {
        String written = Input.text(comment).isBlank() ? null : comment;
        boolean nothing = sure() == null && reason == null && written == null;
        return vote == null || isAgain() || nothing
                ? Optional.empty()
                : Optional.of(new Remarks(sure(), reason, written));
    }

    /** The earlier vote that the remarks are about. */
    UUID about() {
        return Input.assignment(vote);
    }

    /** Whether the vote that the remarks are about is the one that is cast, once more. */
    private boolean isAgain() {
        return vote != null && vote.equals(assignment);
    }

    @Nullable
    UUID ahead() {
        return shown == null || shown.isBlank() ? null : Input.assignment(shown);
    }

    boolean isFromHistory() {
        return "history".equals(from);
    }

    private @Nullable Strength sure() {
        return strength == null || strength.isBlank() ? null : Strength.ofSpelled(strength);
    }

    // A page's own measure; what is none is as good as not sent.
    private @Nullable Integer milliseconds() {
        boolean measured = millis != null && millis.length() <= DIGITS && millis.matches("\\d+");
        return measured ? Integer.valueOf(millis) : null;
    }
}
