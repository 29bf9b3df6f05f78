package org.kukai.web.dictionary;

import java.io.InputStream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.kukai.account.Role;
import org.kukai.dictionary.WordDecision;
import org.kukai.dictionary.WordFile;
import org.kukai.web.Paging;
import org.kukai.web.Uploads;
import org.kukai.web.security.CurrentVisitor;

/** The list of own words, for scripts: to look at, and as a file. */
@Path("/api/words")
@RolesAllowed(Role.ADMIN_NAME)
class WordsApi {
    private final WordFile file;
    private final Uploads uploads;
    private final CurrentVisitor visitor;

    WordsApi(WordFile file, Uploads uploads, CurrentVisitor visitor) {
        this.file = file;
        this.uploads = uploads;
        this.visitor = visitor;
    }

    @GET
    @Transactional
    @Operation(summary = "The installation's own words, those decided last first; q is how they begin")
    public Paging.Listing<WordWire.Decided> list(
            @RestQuery @Nullable String q, @RestQuery @Nullable Integer page, @RestQuery @Nullable Integer size) {
        Paging paging = Paging.of(page, size);
        String beginning = q == null ? "" : q.strip();
        return paging.listing(
                WordDecision.newestFirst(beginning, paging.offset(), paging.size()).stream()
                        .map(WordWire.Decided::of)
                        .toList(),
                WordDecision.countOwn(beginning));
    }

    @GET
    @Path("csv")
    @Produces("text/csv")
    @Operation(summary = "All of them as CSV: word, counts, reason, who, when")
    public String export() {
        return file.written();
    }

    @POST
    @Path("csv")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Set every word of a CSV file; bad rows are refused, the others go in")
    public WordFile.Outcome read(InputStream body) {
        return uploads.withBody(body, sent -> file.read(sent, visitor.get().accountId()));
    }
}
