package org.kukai.web.haiku;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.kukai.account.Role;
import org.kukai.generation.Candidate;
import org.kukai.web.Paging;

/** The candidates with who wrote them, for scripts of admins. */
@Path("/api/haiku")
@RolesAllowed(Role.ADMIN_NAME)
class HaikuApi {
    record Row(
            UUID id,
            UUID promptId,
            String text,
            int score,
            boolean form575,
            @Nullable String model,
            @Nullable UUID runId,
            @Nullable String raw) {
        static Row of(Candidate c) {
            return new Row(c.id(), c.promptId(), c.text(), c.score(), c.score() == 4, c.model(), c.runId(), c.raw());
        }
    }

    @GET
    @Transactional
    public Paging.Listing<Row> list(
            @RestQuery @Nullable Integer score,
            @RestQuery @Nullable String model,
            @RestQuery @Nullable Integer page,
            @RestQuery @Nullable Integer size) {
        Paging paging = Paging.of(page, size);
        return paging.listing(
                Candidate.newestFirst(score, model, paging.offset(), paging.size()).stream()
                        .map(Row::of)
                        .toList(),
                Candidate.count(score, model));
    }
}
