package org.kukai.web.haiku;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;
import org.kukai.account.Role;
import org.kukai.dataset.intake.CandidateImport;
import org.kukai.dataset.intake.HaikuImport;
import org.kukai.prompt.Split;
import org.kukai.web.PageLinks;
import org.kukai.web.Paging;
import org.kukai.web.Uploads;
import org.kukai.web.security.CurrentVisitor;

/** Haiku made elsewhere: the form that takes a file, and what became of each. */
@Path("/haiku/imports")
@RolesAllowed(Role.ADMIN_NAME)
class ImportsPage {
    private static final int ROWS = 20;
    private static final int SHOWN = 1_000;

    @CheckedTemplate(basePath = "haiku")
    static class Templates {
        static native TemplateInstance imports(List<HaikuImport> imports, PageLinks links, String problem);

        static native TemplateInstance importReport(HaikuImport done, List<HaikuImport.Rejection> rejections);

        private Templates() {}
    }

    private final CandidateImport imports;
    private final Uploads uploads;
    private final CurrentVisitor visitor;

    ImportsPage(CandidateImport imports, Uploads uploads, CurrentVisitor visitor) {
        this.imports = imports;
        this.uploads = uploads;
        this.visitor = visitor;
    }

    @GET
    public TemplateInstance list(@RestQuery @Nullable Integer page) {
        return page(Paging.of(page, ROWS), "");
    }

    @POST
    public Response upload(
            @RestForm @Nullable FileUpload file, @RestForm @Nullable String model, @RestForm @Nullable String split) {
        try {
            java.nio.file.Path content = uploads.chosenCandidates(file);
            CandidateImport.Origin origin = new CandidateImport.Origin(
                    file == null ? "" : file.fileName(),
                    Optional.ofNullable(model),
                    Split.spelled(split),
                    visitor.get().accountId());
            return Response.seeOther(URI.create("/haiku/imports/" + imports.take(content, origin).id))
                    .build();
        } catch (RefusedException refusal) {
            return Response.status(refusal.kind().status())
                    .entity(page(Paging.of(null, ROWS), refusal.getMessage()))
                    .build();
        }
    }

    @GET
    @Path("{id}")
    public TemplateInstance report(@RestPath UUID id) {
        HaikuImport done = HaikuImport.byId(id);
        return Templates.importReport(
                done, done.rejections().stream().limit(SHOWN).toList());
    }

    private static TemplateInstance page(Paging paging, String problem) {
        return Templates.imports(
                HaikuImport.newestFirst(paging.offset(), paging.size()),
                PageLinks.of(paging, HaikuImport.count(), "/haiku/imports", Map.of()),
                problem);
    }
}
