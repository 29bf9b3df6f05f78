package org.kukai.web.haiku;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.kukai.account.Role;
import org.kukai.dataset.intake.CandidateImport;
import org.kukai.dataset.intake.HaikuImport;
import org.kukai.prompt.Split;
import org.kukai.web.Paging;
import org.kukai.web.Uploads;
import org.kukai.web.security.CurrentVisitor;

/** Candidates made elsewhere, by script. */
@Path("/api/candidates")
@RolesAllowed(Role.ADMIN_NAME)
class CandidateApi {
    /** What became of a file; {@code rejected} holds the first ten thousand of {@code rejectedTotal}. */
    record Outcome(
            UUID id,
            String fileName,
            int rows,
            int prompts,
            int added,
            int duplicates,
            List<HaikuImport.Rejection> rejected,
            int rejectedTotal,
            String scorer,
            Instant createdAt) {
        static Outcome of(HaikuImport done) {
            return new Outcome(
                    done.id,
                    done.fileName,
                    done.rows,
                    done.prompts,
                    done.added,
                    done.duplicates,
                    done.rejections(),
                    done.rejected,
                    done.scorer,
                    done.createdAt);
        }
    }

    private final CandidateImport imports;
    private final Uploads uploads;
    private final CurrentVisitor visitor;

    CandidateApi(CandidateImport imports, Uploads uploads, CurrentVisitor visitor) {
        this.imports = imports;
        this.uploads = uploads;
        this.visitor = visitor;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary =
                    "Take in haiku made elsewhere: JSON lines or Parquet, whatever the content type says; each is judged anew")
    public Outcome add(
            InputStream body,
            @RestQuery @Nullable String name,
            @RestQuery @Nullable String model,
            @RestQuery @Nullable String split) {
        CandidateImport.Origin origin = new CandidateImport.Origin(
                name == null ? "API" : name,
                Optional.ofNullable(model),
                Split.spelled(split),
                visitor.get().accountId());
        return Outcome.of(uploads.withCandidates(body, file -> imports.take(file, origin)));
    }

    @GET
    @Path("imports")
    @Transactional
    @Operation(summary = "The files that were taken in, newest first")
    public Paging.Listing<Outcome> list(@RestQuery @Nullable Integer page, @RestQuery @Nullable Integer size) {
        Paging paging = Paging.of(page, size);
        return paging.listing(
                HaikuImport.newestFirst(paging.offset(), paging.size()).stream()
                        .map(Outcome::of)
                        .toList(),
                HaikuImport.count());
    }

    @GET
    @Path("imports/{id}")
    @Transactional
    @Operation(summary = "What became of one file")
    public Outcome show(@RestPath UUID id) {
        return Outcome.of(HaikuImport.byId(id));
    }
}
