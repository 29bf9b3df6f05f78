package org.kukai.web.security;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Pages and answers are for one person and one moment: no cache keeps them, so that nobody reads them after the sign-out,
 * unless the endpoint itself says otherwise. Style sheets and scripts do not pass here.
 */
class NotCached {
    @ServerResponseFilter
    void keepOutOfCaches(ContainerResponseContext response) {
        response.getHeaders().putIfAbsent(HttpHeaders.CACHE_CONTROL, java.util.List.of("no-store"));
    }
}
