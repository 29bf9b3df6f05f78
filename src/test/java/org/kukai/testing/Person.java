package org.kukai.testing;

import java.time.Clock;
import java.util.UUID;

import io.quarkus.arc.Arc;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.specification.RequestSpecification;
import org.jspecify.annotations.Nullable;

import org.kukai.account.Account;
import org.kukai.account.Role;

import static io.restassured.RestAssured.given;

/** Somebody with an account: for pages {@link PageSession#as}, for the API {@link #api}. */
public record Person(String name, String password) {
    /** The admin that every test database has. Tests that change an account make one of their own. */
    public static final Person ADMIN = new Person("admin", "correct horse battery");

    private static final String PASSWORD = "five, and seven more, and five again";

    private static @Nullable String hash;

    /** A rater whom no other test knows. */
    public static Person newRater() {
        return make(Role.RATER);
    }

    /** An admin whom no other test knows. */
    public static Person newAdmin() {
        return make(Role.ADMIN);
    }

    /** The id of a rater who never signs in, for tests below the web: made at once, because no password is hashed. */
    public static UUID idOfNewRater() {
        UUID id = UUID.randomUUID();
        QuarkusTransaction.requiringNew()
                .run(() -> Panache.getEntityManager()
                        .createNativeQuery("insert into account (id, name, name_key, role, created_at)"
                                + " values (?1, ?2, ?2, 'RATER', now())")
                        .setParameter(1, id)
                        .setParameter(2, "rater " + id)
                        .executeUpdate());
        return id;
    }

    /** A call of the API with this person's name and password. */
    public RequestSpecification api() {
        return given().auth().preemptive().basic(name, password);
    }

    /** The account's identifier. */
    public UUID id() {
        return QuarkusTransaction.requiringNew()
                .call(() -> Account.findByName(name).orElseThrow().id);
    }

    // All have one password, and its hash is copied: to make a hash, and to check one anew, takes a tenth of a second
    // each time.
    private static Person make(Role role) {
        UUID id = UUID.randomUUID();
        String name = role.spelled() + " " + id;
        String hash = hash();
        QuarkusTransaction.requiringNew()
                .run(() -> Panache.getEntityManager()
                        .createNativeQuery("insert into account (id, name, name_key, password_hash, role, created_at)"
                                + " values (?1, ?2, ?2, ?3, ?4, now())")
                        .setParameter(1, id)
                        .setParameter(2, name)
                        .setParameter(3, hash)
                        .setParameter(4, role.name())
                        .executeUpdate());
        return new Person(name, PASSWORD);
    }

    private static synchronized String hash() {
        if (hash == null) {
            Clock clock = Arc.requireContainer().select(Clock.class).get();
            String first = "first of all raters " + UUID.randomUUID();
            hash = (String) QuarkusTransaction.requiringNew().call(() -> {
                Account.create(first, PASSWORD, Role.RATER, clock.instant());
                return Panache.getEntityManager()
                        .createNativeQuery("select password_hash from account where name = ?1", String.class)
                        .setParameter(1, first)
                        .getSingleResult();
            });
        }
        return hash;
    }
}
