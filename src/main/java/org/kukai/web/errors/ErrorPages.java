package org.kukai.web.errors;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

import org.kukai.web.security.Challenges;

/** Writes an error in the form that its reader wants. */
@ApplicationScoped
class ErrorPages {
    @CheckedTemplate(basePath = "errors")
    static class Templates {
        static native TemplateInstance error(int status, String title, String detail);

        private Templates() {}
    }

    Response answer(RoutingContext request, int status, String detail, @Nullable List<Problem.Item> items) {
        if (Challenges.wantsPage(request)) {
            return Response.status(status)
                    .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                    .entity(Templates.error(status, title(status), detail))
                    .build();
        }
        return Response.status(status)
                .type(Problem.MEDIA_TYPE)
                .entity(new Problem(title(status), status, detail, items))
                .build();
    }

    Problem problem(int status, String detail) {
        return new Problem(title(status), status, detail, null);
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "That cannot be done as asked";
            case 401 -> "Please sign in";
            case 403 -> "Not allowed";
            case 404 -> "Not found";
            case 405 -> "Method not allowed";
            case 409 -> "That does not fit the present state";
            case 413 -> "Too large";
            case 415 -> "Kind of content not taken";
            case 429 -> "Too many requests";
            default -> status >= 500 ? "Something went wrong" : "Refused";
        };
    }
}
