package org.kukai.web.dataset;

import java.util.UUID;

/** Where the parts of a release are, as paths of this site. */
final class Addresses {
    private Addresses() {}

    static String page(UUID release) {
        return "/releases/" + release;
    }

    /** The path of a file; the names in a release need no escaping. */
    static String file(UUID release, String path) {
        return page(release) + "/files/" + path;
    }

    static String zip(UUID release) {
        return page(release) + "/zip";
    }
}
