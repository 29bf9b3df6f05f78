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
        // The server does not always know its port this early; what it was told to take is right unless that was "any".
        int port = server.getPort() > 0 ? server.getPort() : start.options().getPort();
        String address = "http://localhost:" + port;
        if (firstAdmin.isMissing()) {
            LOG.infof("Kukai is ready. Make the first admin here: %s%s", address, firstAdmin.setUpPath());
        } else {
            LOG.infof("Kukai is ready. Open %s", address);
        }
    }
}
