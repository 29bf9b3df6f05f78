package org.kukai.web.security;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;

/** Which page a form stands on: what the browser says ({@code Referer}), as long as that is a page of this Kukai. */
final class FormPage {
    /** The acts of the voting page, where a browser that keeps its referrer to itself is still led back. */
    private static final Pattern VOTING = Pattern.compile("(/rounds/[0-9A-Fa-f-]{36})/(votes|withdrawal)");

    private FormPage() {}

    /** The address of the page to go back to, and the start page where nothing is known of it. */
    static String of(RoutingContext request) {
        return named(request).orElseGet(() -> {
            var act = VOTING.matcher(request.normalizedPath());
            return act.matches() ? act.group(1) + "/vote" : "/";
        });
    }

    /** The page that the browser names; empty when that is none of this Kukai. */
    static Optional<String> named(RoutingContext request) {
        String referer = request.request().getHeader("Referer");
        HostAndPort here = request.request().authority();
        if (referer == null || here == null) {
            return Optional.empty();
        }
        try {
            URI from = new URI(referer);
            boolean own = here.host().equalsIgnoreCase(from.getHost()) && here.port() == from.getPort();
            return own ? Optional.of(LocalAddress.pathOf(referer)) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
