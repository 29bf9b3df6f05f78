package org.kukai.web.haiku;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.kukai.account.Role;
import org.kukai.generation.HaikuFilter;
import org.kukai.generation.HaikuStore;
import org.kukai.web.Paging;

/** The candidates with who wrote them, for scripts of admins. */
@Path("/api/haiku")
@RolesAllowed(Role.ADMIN_NAME)
class HaikuApi {
    private final HaikuFiles files;

    HaikuApi(HaikuFiles files) {
        this.files = files;
    }

    @GET
    @Transactional
    @Operation(
            summary = "Haiku, newest first",
            description =
                    "Filters: score (0 to 4), model, run, prompt, import, duplicate (none, any, within a prompt, across"
                            + " prompts), source (generated, imported, other), q (words of the text).")
    public Paging.Listing<HaikuRow> list(
            @RestQuery @Nullable Integer score,
            @BeanParam HaikuQuery query,
            @RestQuery @Nullable Integer page,
            @RestQuery @Nullable Integer size) {
        Paging paging = Paging.of(page, size);
        HaikuFilter filter = query.filter(score);
        return paging.listing(
                HaikuStore.newestFirst(filter, paging.offset(), paging.size()).stream()
                        .map(HaikuRow::of)
                        .toList(),
                HaikuStore.counts(filter).all());
    }

    @GET
    @Path("scores")
    @Transactional
    @Operation(summary = "How many haiku there are of each score, 0 to 4, under the same filters")
    public Scores scores(@RestQuery @Nullable Integer score, @BeanParam HaikuQuery query) {
        return new Scores(HaikuStore.counts(query.filter(score)).counts());
    }

    /** Counts of the scores 0 to 4. */
    record Scores(java.util.List<Long> scores) {}

    @GET
    @Path("export")
    @Operation(summary = "All haiku under the same filters as a file; format is csv or jsonl")
    public Response export(
            @RestQuery @Nullable Integer score, @BeanParam HaikuQuery query, @RestQuery @Nullable String format) {
        return files.of(query, score, format);
    }
}
