package org.kukai.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;

/** Somebody who may sign in. Names are told apart without regard to case or compatibility forms. */
@Entity
public class Account extends PanacheEntityBase {
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
     * @throws RefusedException when the name is empty, too long or taken, or the password too short, too long or too common
     */
    public static Account create(String name, String password, Role role, Instant now) {
        Account account = new Account();
        account.take(name);
        account.passwordHash = Passwords.hash(password, name);
        account.role = role;
        account.createdAt = now;
        return save(account);
    }

    /**
     * Makes an account that is signed in to by a {@link SignInLink} alone, until it gets a password.
     *
     * @throws RefusedException when the name is empty, too long or taken
     */
    static Account createWithoutPassword(String name, Role role, Instant now) {
        Account account = new Account();
        account.take(name);
        account.role = role;
        account.createdAt = now;
        return save(account);
    }

    public static Optional<Account> findByName(String name) {
        // No account is called so, and PostgreSQL refuses even to look.
        return name.indexOf('\0') >= 0
                ? Optional.empty()
                : find("nameKey", Names.key(name)).firstResultOptional();
    }

    /**
     * The account with this identifier.
     *
     * @throws RefusedException when there is none
     */
    public static Account get(UUID id) {
        return Account.<Account>findByIdOptional(id)
                .orElseThrow(
                        () -> new RefusedException(RefusedException.Kind.UNKNOWN, "There is no account " + id + "."));
    }

    public static boolean noneExists() {
        return count() == 0;
    }

    /** One page of all accounts; the first page is 1. */
    public static List<Account> newestFirst(int page, int size) {
        return find("order by createdAt desc, id desc").page(page - 1, size).list();
    }

    public boolean isDisabled() {
        return disabledAt != null;
    }

    public boolean hasPassword() {
        return passwordHash != null;
    }

    /** Sets another password, or the first where there is none to name, and ends every session. */
    public void changePassword(String current, String fresh) {
        if (hasPassword() && !Passwords.matches(current, passwordHash)) {
            throw new RefusedException(RefusedException.Kind.INVALID, "The present password is not right.");
        }
        passwordHash = Passwords.hash(fresh, name);
        sessionEpoch++;
    }

    /** Sets a random password for somebody who forgot theirs, ends every session, and returns the password. */
    public String replacePassword(Account by) {
        refuseIfSelf(by, "replace the password of");
        String fresh = Secrets.shortFresh();
        passwordHash = Passwords.hash(fresh, name);
        sessionEpoch++;
        return fresh;
    }

    /** Ends every session, on every browser. */
    public void endSessions() {
        sessionEpoch++;
    }

    public void rename(String fresh) {
        take(fresh);
        save(this);
    }

    /** Shuts the account out, at once and everywhere; {@link #enable} takes it back. */
    public void disable(Account by, Instant now) {
        refuseIfSelf(by, "disable");
        lockWith(by);
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
        lockWith(by);
        role = fresh;
    }

    // Nobody can lock themselves out, so there is always an admin left.
    private void refuseIfSelf(Account by, String act) {
        if (by.id.equals(id)) {
            throw new RefusedException(
                    RefusedException.Kind.CONFLICT, "You cannot " + act + " your own account; ask another admin.");
        }
    }

    // Nor can two admins lock each other out in the same moment: the second sees what the first did.
    private void lockWith(Account by) {
        Stream.of(this, by)
                .sorted((a, b) -> a.id.compareTo(b.id))
                .forEach(account -> getEntityManager().refresh(account, LockModeType.PESSIMISTIC_WRITE));
        if (by.isDisabled() || by.role != Role.ADMIN) {
            throw new RefusedException(RefusedException.Kind.FORBIDDEN, "Your account may not do this any more.");
        }
    }

    private void take(String fresh) {
        String checked = Names.check(fresh);
        if (findByName(checked).filter(other -> !other.equals(this)).isPresent()) {
            throw taken(checked);
        }
        name = checked;
        nameKey = Names.key(checked);
    }

    private static Account save(Account account) {
        try {
            account.persistAndFlush();
            return account;
        } catch (ConstraintViolationException e) {
            if (String.valueOf(e.getConstraintName()).contains("name_key")) {
                throw taken(account.name); // by somebody in the very same moment
            }
            throw e;
        }
    }

    private static RefusedException taken(String name) {
        return new RefusedException(
                RefusedException.Kind.CONFLICT, "The name “" + name + "” is taken. Choose another.");
    }
}
