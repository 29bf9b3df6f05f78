package org.kukai;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.kukai.database.DataDirectory;
import org.kukai.database.EmbeddedDatabase;
import org.kukai.testing.PackagedKukai;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** What a first start makes and what it refuses, with the program as it is packaged. */
class FirstStartIT {
    @TempDir
    Path folder;

    @Test
    void takesTheSetUpLinkOnceAndForgetsIt() {
        try (PackagedKukai kukai = PackagedKukai.on(folder.resolve("data")).start()) {
            String link = kukai.setUpPath().orElseThrow();
            assertThat(kukai.log().lines().filter(line -> line.contains("/set-up?key=")))
                    .hasSize(1);
            RestAssured.baseURI = kukai.address().toString();
            RestAssured.port = kukai.address().getPort();

            assertThat(given().accept("text/html").get("/set-up?key=guessed").statusCode())
                    .isEqualTo(403);
            Response page =
                    given().urlEncodingEnabled(false).accept("text/html").get(link);
            assertThat(page.statusCode()).isEqualTo(200);
            Map<String, String> form = Map.of(
                    "key",
                    link.substring(link.indexOf('=') + 1),
                    "name",
                    "Kyoshi",
                    "password",
                    "five seven five",
                    "csrf-token",
                    page.htmlPath().getString("**.find { it.@name == 'csrf-token' }.@value"));
            assertThat(send(page, form).statusCode()).isEqualTo(303);
            assertThat(send(page, form).statusCode()).isEqualTo(409);
            assertThat(given().auth()
                            .preemptive()
                            .basic("kyoshi", "five seven five")
                            .get("/api/invitations")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void saysInOneLineThatTheAdminsPasswordWillNotDo() {
        try (PackagedKukai kukai = PackagedKukai.on(folder.resolve("data")).with("KUKAI_ADMIN_PASSWORD", "short")) {
            assertThat(kukai.startInVain()).isEqualTo(1);
            assertThat(kukai.log())
                    .contains("Kukai cannot start. KUKAI_ADMIN_NAME or KUKAI_ADMIN_PASSWORD")
                    .contains("at least 10 characters; this one has 5")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void saysInOneLineThatTheSecretIsShort() {
        try (PackagedKukai kukai = PackagedKukai.on(folder.resolve("data")).with("KUKAI_SECRET", "abc")) {
            assertThat(kukai.startInVain()).isEqualTo(1);
            assertThat(kukai.log())
                    .contains("Kukai cannot start. KUKAI_SECRET has 3 characters; it needs 32 or more.")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void saysInOneLineThatThePortIsInUse() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                PackagedKukai kukai = PackagedKukai.on(folder.resolve("data"))
                        .with("QUARKUS_HTTP_PORT", Integer.toString(taken.getLocalPort()))) {
            assertThat(kukai.startInVain()).isEqualTo(1);
            assertThat(kukai.log())
                    .contains("Kukai cannot start. Port " + taken.getLocalPort() + " is in use.")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void keepsItsSecretInTheDataDirectoryAlsoWithADatabaseOfYours() throws IOException {
        Path data = folder.resolve("data");
        try (EmbeddedDatabase server = EmbeddedDatabase.start(DataDirectory.claim(folder.resolve("server")));
                PackagedKukai kukai = PackagedKukai.withAdminOn(data)
                        .with("QUARKUS_DATASOURCE_JDBC_URL", server.jdbcUrl())
                        .with("QUARKUS_DATASOURCE_USERNAME", EmbeddedDatabase.USER)
                        .with("QUARKUS_DATASOURCE_PASSWORD", server.password())
                        .with("QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING", "true")
                        .with("QUARKUS_HTTP_PROXY_ENABLE_FORWARDED_HOST", "true")
                        .start()) {
            String secret = Files.readString(data.resolve("kukai.secret"));
            assertThat(secret.strip()).hasSize(64);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("kukai.secret"))))
                    .isEqualTo("rw-------");
            assertThat(data.resolve("kukai.lock")).doesNotExist();
            assertThat(data.resolve("postgresql")).doesNotExist();
            signedInOverHttpsItsCookieIsSecure(kukai);

            kukai.stop();
            kukai.start();
            assertThat(Files.readString(data.resolve("kukai.secret"))).isEqualTo(secret);
        }
    }

    private static void signedInOverHttpsItsCookieIsSecure(PackagedKukai kukai) {
        RestAssured.baseURI = kukai.address().toString();
        RestAssured.port = kukai.address().getPort();
        Response page = given().accept("text/html").get("/sign-in");
        Response answer = given().redirects()
                .follow(false)
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "kukai.example.org")
                .cookies(page.cookies())
                .contentType(ContentType.URLENC)
                .formParam("csrf-token", page.htmlPath().getString("**.find { it.@name == 'csrf-token' }.@value"))
                .formParam("name", "admin")
                .formParam("password", PackagedKukai.ADMIN_PASSWORD)
                .post("/sign-in");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.detailedCookie("kukai-session").isSecured()).isTrue();
        assertThat(given().header("X-Forwarded-Proto", "https")
                        .header("X-Forwarded-Host", "kukai.example.org")
                        .auth()
                        .preemptive()
                        .basic("admin", PackagedKukai.ADMIN_PASSWORD)
                        .contentType(ContentType.JSON)
                        .body(Map.of("role", "rater"))
                        .post("/api/invitations")
                        .jsonPath()
                        .getString("url"))
                .startsWith("https://kukai.example.org/join/");
    }

    private static Response send(Response page, Map<String, String> form) {
        return given().redirects()
                .follow(false)
                .accept("text/html")
                .cookies(page.cookies())
                .contentType(ContentType.URLENC)
                .formParams(form)
                .post("/set-up");
    }
}
