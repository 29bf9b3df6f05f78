package org.kukai.web.annotation;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.kukai.annotation.Answer;
import org.kukai.annotation.Choice;
import org.kukai.annotation.OwnVotes;
import org.kukai.annotation.Strength;

/** A vote to which its rater may add how clear it was, why, and a comment. */
record LastVote(
        UUID assignment,
        Choice choice,
        @Nullable Strength strength,
        List<String> reasons,
        String comment,
        boolean open) {
    static LastVote of(OwnVotes.Own own) {
        return new LastVote(
                own.assignment(), own.choice(), own.strength(), own.reasons(), own.comment(), own.changeable());
    }

    static LastVote of(Answer answer) {
        return new LastVote(
                answer.assignment(), answer.choice(), answer.remarks().strength(), List.of(), "", true);
    }

    public boolean isSkip() {
        return choice == Choice.SKIP;
    }

    /** Whether it can be slight or clear. */
    public boolean isSided() {
        return choice.isSided();
    }

    public boolean isSlight() {
        return strength == Strength.SLIGHT;
    }

    public boolean isClear() {
        return strength == Strength.CLEAR;
    }

    /** The form that changes the vote, and that what is written about it goes along with; unique on a page of several votes. */
    public String again() {
        return "again-" + assignment;
    }

    public boolean gives(String reason) {
        return reasons.contains(reason);
    }
}
