package org.kukai.web.security;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jspecify.annotations.Nullable;

/**
 * Leads somebody whose form was refused back to the page that it stands on, with the reason at its top and what was typed, instead of to a page that says
 * only no. Where the form came from is what the browser says ({@code Referer}), as long as that is a page of this Kukai.
 */
@ApplicationScoped
public class WayBack {
    private final Flash flash;
    private final Typed typed;

    WayBack(Flash flash, Typed typed) {
        this.flash = flash;
        this.typed = typed;
    }

    /** A redirect to that page; empty when the request is no form of a browser, or there is no such page. */
    public Optional<Response> from(RoutingContext request, String reason) {
        Optional<String> page = isForm(request) ? page(request) : Optional.empty();
        return page.map(address -> to(address, request, reason));
    }

    /** The same to a page of which it is known that the form stands on it. */
    public Response to(String page, RoutingContext request, String reason) {
        flash.refuse(reason);
        typed.keep(request.normalizedPath(), fields());
        return Response.seeOther(URI.create(page)).build();
    }

    private static boolean isForm(RoutingContext request) {
        HttpServerRequest sent = request.request();
        String mode = sent.getHeader("Sec-Fetch-Mode");
        return sent.method().name().equals("POST")
                && Challenges.wantsPage(request)
                && sent.getHeader("HX-Request") == null
                && (mode == null || mode.equals("navigate"));
    }

    // The page at the form's own address is what a form gave back: nobody can go there.
    private static Optional<String> page(RoutingContext request) {
        return FormPage.named(request).filter(page -> !page.split("\\?", 2)[0].equals(request.normalizedPath()));
    }

    /** What the form says, field by field; of those of the same name the first. */
    private static Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        ResteasyReactiveRequestContext present = CurrentRequestManager.get();
        @Nullable FormData form = present == null ? null : present.getFormData();
        if (form != null) {
            for (String name : form) {
                FormValue first = form.getFirst(name);
                if (first != null && !first.isFileItem()) {
                    fields.put(name, first.getValue());
                }
            }
        }
        return fields;
    }
}
