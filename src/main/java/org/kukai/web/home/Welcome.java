package org.kukai.web.home;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;

import io.quarkus.vertx.http.HttpServer;
import io.quarkus.vertx.http.HttpServerStart;
import org.jboss.logging.Logger;

import org.kukai.account.FirstAdmin;

/** Prints the address to open, once the server listens; with the set-up link while there is no admin. */
@ApplicationScoped
class Welcome {
    private static final Logger LOG = Logger.getLogger("org.kukai");

    private final FirstAdmin firstAdmin;

    Welcome(FirstAdmin firstAdmin) {
        this.firstAdmin = firstAdmin;
    }

    void greet(@ObservesAsync HttpServerStart start, HttpServer server) {
        String address = "http://localhost:" + server.getPort();
        if (firstAdmin.isMissing()) {
            LOG.infof("Kukai is ready. Make the first admin here: %s%s", address, firstAdmin.setUpPath());
        } else {
            LOG.infof("Kukai is ready. Open %s", address);
        }
    }
}
