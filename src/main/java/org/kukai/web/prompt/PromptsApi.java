package org.kukai.web.prompt;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.kukai.account.Role;
import org.kukai.prompt.FileFormat;
import org.kukai.prompt.Intake;
import org.kukai.prompt.Prompt;
import org.kukai.prompt.PromptFilter;
import org.kukai.prompt.PromptImport;
import org.kukai.prompt.Split;
import org.kukai.prompt.StarterSet;
import org.kukai.web.Paging;
import org.kukai.web.Uploads;

/** Prompts by script. */
@Path("/api/prompts")
@RolesAllowed(Role.ADMIN_NAME)
class PromptsApi {
    private final PromptImport imports;
    private final StarterSet starterSet;
    private final Uploads uploads;

    PromptsApi(PromptImport imports, StarterSet starterSet, Uploads uploads) {
        this.imports = imports;
        this.starterSet = starterSet;
        this.uploads = uploads;
    }

    @GET
    @Operation(summary = "Prompts, newest first")
    public Paging.Listing<PromptRow> list(
            @RestQuery @Nullable Integer page,
            @RestQuery @Nullable Integer size,
            @RestQuery @Nullable String split,
            @RestQuery @Nullable String q) {
        Paging paging = Paging.of(page, size);
        PromptFilter filter = PromptFilter.of(Split.spelled(split), q);
        return paging.listing(
                PromptRow.of(Prompt.newestFirst(filter, paging.offset(), paging.size())), Prompt.count(filter));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One prompt")
    public PromptRow show(@RestPath UUID id) {
        return PromptRow.of(List.of(Prompt.byId(id))).getFirst();
    }

    @POST
    @Consumes({
        MediaType.APPLICATION_JSON,
        MediaType.TEXT_PLAIN,
        "text/csv",
        "text/tab-separated-values",
        "application/x-ndjson",
        "application/ndjson",
        "application/jsonl",
        "application/x-jsonlines"
    })
    @Operation(summary = "Add prompts: as JSON, or as a file of text, CSV, a JSON list or JSON lines")
    @RequestBody(content = @Content(mediaType = "application/json", schema = @Schema(implementation = ToAdd.class)))
    public Outcome add(InputStream body, @RestQuery @Nullable String split, @Context HttpHeaders headers) {
        MediaType type = headers.getMediaType();
        FileFormat format = FileFormat.ofContentType(type.getType() + "/" + type.getSubtype())
                .orElseThrow(() -> new WebApplicationException(415));
        Optional<Split> wanted = Split.spelled(split);
        return Outcome.of(uploads.withBody(body, file -> imports.take(file, format, wanted, "API")));
    }

    @POST
    @Path("starter-set")
    @Operation(summary = "Add those prompts of the starter set that are not there yet")
    public Outcome addStarterSet() {
        return Outcome.of(starterSet.add());
    }

    @DELETE
    @Path("{id}")
    @Transactional
    @Operation(summary = "Remove a prompt that has no haiku and is in no run")
    public void remove(@RestPath UUID id) {
        Prompt.byId(id).remove();
    }

    /** The JSON body. */
    record ToAdd(List<String> prompts, @Nullable String split) {}

    /**
     * What became of what was sent.
     *
     * @param rejected the first of the refused rows, at most a thousand
     * @param rejectedTotal how many rows were refused in all
     */
    record Outcome(int added, int duplicates, List<Rejected> rejected, int rejectedTotal) {
        static Outcome of(Intake intake) {
            List<Rejected> rejected =
                    intake.rejections().stream().map(Rejected::of).toList();
            return new Outcome(intake.added(), intake.duplicates(), rejected, intake.rejected());
        }
    }

    /** A refused row: its place from 0, its line from 1 where it was in a file. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Rejected(int index, @Nullable Integer line, String detail) {
        static Rejected of(Intake.Rejection rejection) {
            return new Rejected(rejection.index(), rejection.line() == 0 ? null : rejection.line(), rejection.detail());
        }
    }
}
