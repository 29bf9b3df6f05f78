package org.kukai.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import org.kukai.RefusedException;

/**
 * How an installation gets its first admin: from the settings, or by a set-up link with a one-time key that is printed to
 * the log at a start with no accounts. The key lives in memory: the next start prints another.
 */
@ApplicationScoped
public class FirstAdmin {
    private static final Logger LOG = Logger.getLogger("org.kukai");

    private final Clock clock;
    private final String name;
    private final Optional<String> password;
    private final String key = Secrets.fresh();

    FirstAdmin(
            Clock clock,
            @ConfigProperty(name = "kukai.admin.name") String name,
            @ConfigProperty(name = "kukai.admin.password") Optional<String> password) {
        this.clock = clock;
        this.name = name;
        this.password = password;
    }

    @Transactional
    void prepare(@Observes StartupEvent start) {
        if (password.isEmpty() || !noAccountAndAlone()) {
            return;
        }
        try {
            Account.create(name, password.get(), Role.ADMIN, clock.instant());
        } catch (RefusedException refusal) {
            throw new RefusedException(
                    refusal.kind(),
                    "KUKAI_ADMIN_NAME or KUKAI_ADMIN_PASSWORD will not do for the first admin: "
                            + refusal.getMessage());
        }
        LOG.infof("Made the first admin, “%s”, from the settings.", name);
    }

    // Of several that try at once, on one node or many, each but the first waits here and then finds an account.
    private static boolean noAccountAndAlone() {
        Account.getEntityManager()
                .createNativeQuery("lock table account in share row exclusive mode")
                .executeUpdate();
        return Account.noneExists();
    }

    /** Whether the installation still waits for its first admin. */
    @Transactional
    public boolean isMissing() {
        return Account.noneExists();
    }

    /** The path of the set-up page with its key. */
    public String setUpPath() {
        return "/set-up?key=" + key;
    }

    public boolean isKey(String candidate) {
        return MessageDigest.isEqual(key.getBytes(StandardCharsets.UTF_8), candidate.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Makes the first admin.
     *
     * @throws RefusedException when the key is wrong or there is an account already
     */
    @Transactional
    public Visitor create(String candidate, String chosenName, String chosenPassword) {
        if (!isKey(candidate)) {
            throw new RefusedException(
                    RefusedException.Kind.FORBIDDEN,
                    "This set-up link is not the one that the log of the running Kukai shows. Copy it from there.");
        }
        if (!noAccountAndAlone()) {
            throw new RefusedException(RefusedException.Kind.CONFLICT, "This Kukai has been set up. Sign in instead.");
        }
        Account account = Account.create(chosenName, chosenPassword, Role.ADMIN, clock.instant());
        return Visitor.of(account, account.role);
    }
}
