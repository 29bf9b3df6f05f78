package org.kukai.web.prompt;

import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.kukai.prompt.writing.RefusalReason;
import org.kukai.prompt.writing.WrittenState;

/**
 * Which candidates of a prompt run a page shows.
 *
 * @param page from 1
 */
public record CandidateFilter(Optional<WrittenState> state, Optional<RefusalReason> reason, int page) {
    /** Refuses what is no state or reason; empty texts are none. */
    static CandidateFilter of(@Nullable String state, @Nullable String reason, @Nullable Integer page) {
        return new CandidateFilter(
                Optional.ofNullable(state).filter(s -> !s.isBlank()).map(WrittenState::spelled),
                Optional.ofNullable(reason).filter(r -> !r.isBlank()).map(RefusalReason::spelled),
                page == null ? 1 : page);
    }

    public String stateName() {
        return state.map(WrittenState::spelled).orElse("");
    }

    public String reasonName() {
        return reason.map(RefusalReason::spelled).orElse("");
    }

    Map<String, String> values() {
        return Map.of("state", stateName(), "reason", reasonName());
    }

    /** As an address says it. */
    String query() {
        return "state=" + stateName() + "&reason=" + reasonName() + "&page=" + page;
    }

    /** Whether a part of the candidates is the one shown. */
    public boolean shows(PromptRunView.Part part) {
        return part.state().equals(stateName()) && part.reason().equals(reasonName());
    }
}
