package org.kukai.web.prompt;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;
import org.kukai.account.Role;
import org.kukai.prompt.FileFormat;
import org.kukai.prompt.ImportReport;
import org.kukai.prompt.Intake;
import org.kukai.prompt.PromptImport;
import org.kukai.prompt.PromptIntake;
import org.kukai.prompt.Split;
import org.kukai.prompt.StarterSet;
import org.kukai.web.Uploads;
import org.kukai.web.security.Flash;

/** The ways to add prompts: the starter set, a file, or a few lines by hand. */
@Path("/prompts")
@RolesAllowed(Role.ADMIN_NAME)
class NewPromptsPage {
    @CheckedTemplate(basePath = "prompt")
    static class Templates {
        static native TemplateInstance newPrompts(
                int starterSize,
                String problem,
                NewPromptsForm form,
                List<String> reasons,
                @Nullable ImportReport last);

        private Templates() {}
    }

    private final StarterSet starterSet;
    private final PromptIntake intake;
    private final PromptImport imports;
    private final Uploads uploads;
    private final Flash flash;

    NewPromptsPage(StarterSet starterSet, PromptIntake intake, PromptImport imports, Uploads uploads, Flash flash) {
        this.starterSet = starterSet;
        this.intake = intake;
        this.imports = imports;
        this.uploads = uploads;
        this.flash = flash;
    }

    @GET
    @Path("new")
    public TemplateInstance form() {
        return page("", NewPromptsForm.EMPTY, List.of());
    }

    /** Adds the lines written by hand; those that are refused stay in the form. */
    @POST
    public Object add(@RestForm @Nullable String texts, @RestForm @Nullable String split) {
        List<String> lines = (texts == null ? "" : texts)
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
        if (lines.isEmpty()) {
            return refused(400, "Write at least one prompt, one a line.", NewPromptsForm.written("", split), List.of());
        }
        Intake result = intake.addTexts(lines, Split.spelled(split), "by hand");
        if (result.rejected() == 0) {
            flash.say(Sentences.tell(result));
            return Response.seeOther(URI.create("/prompts")).build();
        }
        String left = result.rejections().stream()
                .map(rejection -> lines.get(rejection.index()))
                .collect(Collectors.joining("\n"));
        List<String> reasons =
                result.rejections().stream().map(Intake.Rejection::detail).toList();
        return refused(400, Sentences.tell(result), NewPromptsForm.written(left, split), reasons);
    }

    @POST
    @Path("imports")
    public Object upload(
            @RestForm @Nullable FileUpload file, @RestForm @Nullable String format, @RestForm @Nullable String split) {
        try {
            java.nio.file.Path content = uploads.chosen(file);
            String name = file == null ? "" : file.fileName();
            ImportReport report =
                    imports.takeUpload(content, FileFormat.stated(format, name), Split.spelled(split), name);
            return Response.seeOther(URI.create("/prompts/imports/" + report.id))
                    .build();
        } catch (RefusedException refusal) {
            return refused(
                    refusal.kind().status(), refusal.getMessage(), NewPromptsForm.uploaded(format, split), List.of());
        }
    }

    private Response refused(int status, String problem, NewPromptsForm form, List<String> reasons) {
        return Response.status(status).entity(page(problem, form, reasons)).build();
    }

    private TemplateInstance page(String problem, NewPromptsForm form, List<String> reasons) {
        return Templates.newPrompts(
                starterSet.size(), problem, form, reasons, ImportReport.newest().orElse(null));
    }
}
