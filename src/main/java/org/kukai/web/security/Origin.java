package org.kukai.web.security;

import java.net.URI;
import java.util.Optional;

import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Where a request comes from and by which address it reached Kukai. What a proxy says about that ({@code X-Forwarded-...})
 * counts only when {@code quarkus.http.proxy.*} says so.
 */
public final class Origin {
    private Origin() {}

    /** The caller's network address. */
    public static String of(RoutingContext request) {
        SocketAddress address = request.request().remoteAddress();
        if (address == null) {
            return "unknown";
        }
        String host = address.hostAddress();
        return host == null ? String.valueOf(address.host()) : host;
    }

    /** The whole address of a path of this Kukai, to be sent to somebody: {@code kukai.public-url}, else as the caller sees it. */
    public static String publicAddress(String path, RoutingContext request) {
        Optional<String> configured = ConfigProvider.getConfig().getOptionalValue("kukai.public-url", String.class);
        return configured
                .map(url -> url.replaceAll("/+$", "") + path)
                .orElseGet(() -> URI.create(request.request().absoluteURI())
                        .resolve(path)
                        .toString());
    }
}
