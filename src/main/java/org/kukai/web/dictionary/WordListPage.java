package org.kukai.web.dictionary;

import java.net.URI;

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

import org.kukai.account.Role;
import org.kukai.dictionary.WordFile;
import org.kukai.web.Uploads;
import org.kukai.web.security.CurrentVisitor;
import org.kukai.web.security.Flash;

/** The own words as a file: down, and up again. */
@Path("/word-list")
@RolesAllowed(Role.ADMIN_NAME)
class WordListPage {
    @CheckedTemplate(basePath = "dictionary")
    static class Templates {
        static native TemplateInstance read(WordFile.Outcome outcome);

        private Templates() {}
    }

    private final WordFile file;
    private final Uploads uploads;
    private final CurrentVisitor visitor;
    private final Flash flash;

    WordListPage(WordFile file, Uploads uploads, CurrentVisitor visitor, Flash flash) {
        this.file = file;
        this.uploads = uploads;
        this.visitor = visitor;
        this.flash = flash;
    }

    @GET
    public Response download() {
        return Response.ok(file.written(), "text/csv;charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"kukai-words.csv\"")
                .build();
    }

    @POST
    public Object upload(@RestForm("file") @Nullable FileUpload sent) {
        WordFile.Outcome outcome = file.read(uploads.chosen(sent), visitor.get().accountId());
        if (outcome.rejected() > 0) {
            return Templates.read(outcome);
        }
        flash.say(outcome.added() + " words added, " + outcome.changed() + " changed, " + outcome.unchanged()
                + " there already.");
        return Response.seeOther(URI.create("/words")).build();
    }
}
