package org.kukai.account;

import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;

/** Somebody who may sign in. Names are told apart without regard to case or compatibility forms. */
@Entity
public class Account extends PanacheEntityBase {
    static final int NAME_LIMIT = 60;

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    public UUID id;

    public String name;
    String nameKey;

    @Nullable
    String passwordHash;

    @Enumerated(EnumType.STRING)
    public Role role;

    /** Rises when every session of the account must end. */
    int sessionEpoch;

    public Instant createdAt;

    public @Nullable Instant disabledAt;

    @Nullable
    UUID disabledBy;

    /** For Hibernate. */
    protected Account() {}

    /**
     * Makes an account.
     *
     * @throws RefusedException when the name is empty, too long or taken, or the password too short or too long
     */
    public static Account create(String name, String password, Role role, Instant now) {
        String trimmed = name.strip();
        if (trimmed.isEmpty() || trimmed.length() > NAME_LIMIT || trimmed.indexOf(':') >= 0) {
            throw new RefusedException(
                    RefusedException.Kind.INVALID,
                    "A name has 1 to " + NAME_LIMIT + " characters and no colon; this one has " + trimmed.length()
                            + " characters.");
        }
        if (findByName(trimmed).isPresent()) {
            throw new RefusedException(
                    RefusedException.Kind.CONFLICT, "The name “" + trimmed + "” is taken. Choose another.");
        }
        Account account = new Account();
        account.name = trimmed;
        account.nameKey = key(trimmed);
        account.passwordHash = Passwords.hash(password);
        account.role = role;
        account.createdAt = now;
        account.persist();
        return account;
    }

    public static Optional<Account> findByName(String name) {
        return find("nameKey", key(name)).firstResultOptional();
    }

    public static boolean noneExists() {
        return count() == 0;
    }

    public static List<Account> oldestFirst() {
        return list("order by createdAt, id");
    }

    public boolean isDisabled() {
        return disabledAt != null;
    }

    /** Sets another password and ends every session. */
    public void changePassword(String current, String fresh) {
        if (!Passwords.matches(current, passwordHash)) {
            throw new RefusedException(RefusedException.Kind.INVALID, "The present password is not right.");
        }
        passwordHash = Passwords.hash(fresh);
        sessionEpoch++;
    }

    /** Shuts the account out, at once and everywhere; {@link #enable} takes it back. */
    public void disable(Account by, Instant now) {
        refuseIfSelf(by, "disable");
        if (disabledAt == null) {
            disabledAt = now;
            disabledBy = by.id;
            sessionEpoch++;
        }
    }

    public void enable() {
        disabledAt = null;
        disabledBy = null;
    }

    public void changeRole(Role fresh, Account by) {
        refuseIfSelf(by, "change the role of");
        role = fresh;
    }

    // Nobody can lock themselves out, so there is always an admin left.
    private void refuseIfSelf(Account by, String act) {
        if (by.id.equals(id)) {
            throw new RefusedException(
                    RefusedException.Kind.CONFLICT, "You cannot " + act + " your own account; ask another admin.");
        }
    }

    private static String key(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
