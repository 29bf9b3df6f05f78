package org.kukai.web.annotation;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.kukai.RefusedException;
import org.kukai.annotation.Remarks;
import org.kukai.annotation.Voting;

/**
 * Keeps what a rater has written about the vote before and not sent by itself: without a script it comes with the form of the next vote.
 */
@ApplicationScoped
class SentAlong {
    private final Voting voting;

    SentAlong(Voting voting) {
        this.voting = voting;
    }

    /** Keeps it, and says so after what is said of the vote; empty when there was nothing new. The vote is stored in either case. */
    String keep(UUID round, UUID rater, VoteForm form) {
        try {
            Remarks written = form.along().orElse(null);
            return written != null && voting.remark(round, rater, form.about(), written)
                    ? " What you wrote is kept with the vote before."
                    : "";
        } catch (RefusedException refusal) {
            return " What you wrote about the vote before was not kept: " + refusal.getMessage();
        }
    }
}
