package org.kukai.testing;

import java.time.Clock;
import java.util.UUID;

import io.quarkus.arc.Arc;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.specification.RequestSpecification;

import org.kukai.account.Account;
import org.kukai.account.Role;

import static io.restassured.RestAssured.given;

/** Somebody with an account: for pages {@link PageSession#as}, for the API {@link #api}. */
public record Person(String name, String password) {
    /** The admin that every test database has. Tests that change an account make one of their own. */
    public static final Person ADMIN = new Person("admin", "correct horse battery");

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

    private static Person make(Role role) {
        String name = role.spelled() + " " + UUID.randomUUID();
        String password = UUID.randomUUID().toString();
        Clock clock = Arc.requireContainer().select(Clock.class).get();
        QuarkusTransaction.requiringNew().run(() -> Account.create(name, password, role, clock.instant()));
        return new Person(name, password);
    }
}
