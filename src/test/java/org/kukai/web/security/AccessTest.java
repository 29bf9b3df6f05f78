package org.kukai.web.security;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.security.Authenticated;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

import org.kukai.account.Role;
import org.kukai.testing.PageSession;
import org.kukai.testing.Person;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** Walks every endpoint of {@code web}: each says who may use it, and means it. */
@QuarkusTest
class AccessTest {
    /** What strangers may see; a new line here is a decision. */
    private static final Set<String> OPEN = Set.of(
            // Files of releases open by a signed link too; the endpoint looks for it, else for an admin.
            "GET /releases/{id}/files/{path:.+}",
            "HEAD /releases/{id}/files/{path:.+}",
            "GET /releases/{id}/zip",
            "HEAD /releases/{id}/zip",
            "GET /join/{key}",
            "POST /join/{key}",
            "GET /set-up",
            "POST /set-up",
            "GET /sign-in",
            "POST /sign-in",
            // A rater's own link: the key in it is the credential.
            "GET /sign-in/{key}",
            "POST /sign-in/{key}",
            "POST /sign-out",
            // A shared poem opens for whoever gets its link; nothing of the installation is shown but counts of words.
            "GET /syllables",
            "POST /syllables",
            "POST /syllables/verdict");

    private record Endpoint(String verb, String path, Annotation access) {
        @Override
        public String toString() {
            return verb + " " + path;
        }

        boolean isFor(String role) {
            return access instanceof RolesAllowed roles
                    && Arrays.asList(roles.value()).contains(role);
        }

        /** The path with some value for each of its parameters. */
        String somewhere() {
            return path.replaceAll("\\{[^}]*\\}", UUID.randomUUID().toString());
        }
    }

    @Test
    void everyEndpointSaysWhoMayUseItAndFewAreOpen() {
        Set<String> open = new TreeSet<>();
        endpoints().filter(e -> e.access() instanceof PermitAll).forEach(e -> open.add(e.toString()));
        assertThat(open).isEqualTo(new TreeSet<>(OPEN));
    }

    @Test
    void aRaterIsForbiddenEverythingThatIsForAdmins() {
        Person rater = Person.newRater();
        PageSession session = PageSession.as(rater);
        String token = session.csrfToken();
        List<Endpoint> forAdmins = endpoints()
                .filter(e -> e.isFor(Role.ADMIN_NAME) && !e.isFor(Role.RATER_NAME))
                .toList();
        assertThat(forAdmins).hasSizeGreaterThan(8);
        assertThat(forAdmins).allSatisfy(endpoint -> {
            RequestSpecification request = endpoint.path().startsWith("/api/")
                    ? rater.api().contentType("application/json").body(body(endpoint, "{}"))
                    : session.request().header("X-CSRF-TOKEN", token);
            assertThat(request.request(endpoint.verb(), endpoint.somewhere()).statusCode())
                    .as("%s for a rater", endpoint)
                    .isEqualTo(403);
        });
    }

    @Test
    void aStrangerIsSentAwayFromEverythingThatIsNotOpen() {
        assertThat(endpoints().filter(e -> !(e.access() instanceof PermitAll)).toList())
                .allSatisfy(endpoint -> assertThat(given().redirects()
                                .follow(false)
                                .request(endpoint.verb(), endpoint.somewhere())
                                .statusCode())
                        .as("%s for a stranger", endpoint)
                        .isEqualTo(401));
    }

    private static String body(Endpoint endpoint, String json) {
        return endpoint.verb().equals("GET") ? "" : json;
    }

    private static Stream<Endpoint> endpoints() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.kukai.web").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .map(JavaClass::reflect)
                        .flatMap(type -> Arrays.stream(type.getDeclaredMethods())
                                .flatMap(method -> verb(method).map(verb -> endpoint(type, method, verb))));
    }

    private static Stream<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(a -> a.annotationType().getAnnotation(HttpMethod.class))
                .filter(java.util.Objects::nonNull)
                .map(HttpMethod::value);
    }

    private static Endpoint endpoint(Class<?> type, Method method, String verb) {
        Path below = method.getAnnotation(Path.class);
        String path = "/" + type.getAnnotation(Path.class).value() + "/" + (below == null ? "" : below.value());
        String tidy = path.replaceAll("/+", "/").replaceAll("(?<=.)/$", "");
        Annotation access = Stream.of(method.getAnnotations(), type.getAnnotations())
                .flatMap(Arrays::stream)
                .filter(a -> a instanceof RolesAllowed || a instanceof PermitAll || a instanceof Authenticated)
                .findFirst()
                .orElseThrow(() -> new AssertionError(verb + " " + tidy + " does not say who may use it"));
        return new Endpoint(verb, tidy, access);
    }
}
