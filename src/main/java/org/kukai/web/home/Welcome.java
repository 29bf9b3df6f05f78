package org.kukai.web.home;

import java.time.Duration;

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

    private static final int LOOKS = 200;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final FirstAdmin firstAdmin;

    Welcome(FirstAdmin firstAdmin) {
        this.firstAdmin = firstAdmin;
    }

    void greet(@ObservesAsync HttpServerStart start, HttpServer server) throws InterruptedException {
        int port = start.options().getPort();
        // The server does not always know its port this early; what it was told to take is right unless that was "any".
        for (int looks = 0; port <= 0 && looks < LOOKS; looks++) {
            Thread.sleep(BETWEEN_LOOKS);
            port = server.getPort();
        }
        String address = "http://localhost:" + port;
        if (firstAdmin.isMissing()) {
            LOG.infof("Kukai is ready. Make the first admin here: %s%s", address, firstAdmin.setUpPath());
        } else {
            LOG.infof("Kukai is ready. Open %s", address);
        }
    }
}
