package org.kukai.testing;

import java.util.HashMap;
import java.util.Map;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A browser without a window, for tests of pages: it keeps cookies, sends each form with the CSRF token of the page, and
 * follows no redirect, so that a test can look at it.
 *
 * <pre>{@code
 * PageSession admin = PageSession.asAdmin();
 * admin.post("/rounds", Map.of("name", "Spring")).then().statusCode(303);
 * admin.get("/rounds").then().body(containsString("Spring"));
 * }</pre>
 */
public final class PageSession {
    private final Map<String, String> cookies = new HashMap<>();

    private PageSession() {}

    /** Nobody. */
    public static PageSession ofStranger() {
        return new PageSession();
    }

    /** The admin that every test database has. */
    public static PageSession asAdmin() {
        return as(Person.ADMIN);
    }

    /** A rater whom no other test knows. */
    public static PageSession asNewRater() {
        return as(Person.newRater());
    }

    public static PageSession as(Person person) {
        PageSession session = new PageSession();
        Response answer = session.post("/sign-in", Map.of("name", person.name(), "password", person.password()));
        assertThat(answer.statusCode()).as("signing in as %s", person.name()).isEqualTo(303);
        return session;
    }

    public Response get(String path) {
        return keepingCookies(request().get(path));
    }

    /** Sends a form, with the CSRF token that a page of this session shows. */
    public Response post(String path, Map<String, ?> form) {
        String token = csrfToken();
        return keepingCookies(request()
                .contentType(ContentType.URLENC.withCharset("UTF-8"))
                .formParam("csrf-token", token)
                .formParams(form)
                .post(path));
    }

    /** Sends a form as a browser does from the page at {@code page}, which it names. */
    public Response postFrom(String page, String path, Map<String, ?> form) {
        String token = csrfToken();
        return keepingCookies(request()
                .header("Referer", RestAssured.baseURI + ":" + RestAssured.port + page)
                .contentType(ContentType.URLENC.withCharset("UTF-8"))
                .formParam("csrf-token", token)
                .formParams(form)
                .post(path));
    }

    /** Sends a form without fields of its own. */
    public Response post(String path) {
        return post(path, Map.of());
    }

    /** Sends a form with one file ({@code multipart/form-data}). */
    public Response upload(String path, String field, String fileName, byte[] content, Map<String, ?> form) {
        String token = csrfToken();
        RequestSpecification request = request().multiPart("csrf-token", token).multiPart(field, fileName, content);
        form.forEach((name, value) -> request.multiPart(name, String.valueOf(value)));
        return keepingCookies(request.post(path));
    }

    /** A request of this session that the test finishes by itself; cookies that it sets are not kept. */
    public RequestSpecification request() {
        return given().redirects().follow(false).accept("text/html").cookies(cookies);
    }

    /** The CSRF token that goes with the cookies of this session; also good as the header {@code X-CSRF-TOKEN}. */
    public String csrfToken() {
        // Everybody may see this page, and it is small.
        Response page = get("/sign-in");
        String token = page.htmlPath().getString("**.find { it.@name == 'csrf-token' }.@value");
        assertThat(token).as("CSRF token of /sign-in").isNotBlank();
        return token;
    }

    /** The cookies that the browser has now. */
    public Map<String, String> cookies() {
        return Map.copyOf(cookies);
    }

    private Response keepingCookies(Response answer) {
        answer.cookies().forEach((name, value) -> {
            if (value.isEmpty()) {
                cookies.remove(name);
            } else {
                cookies.put(name, value);
            }
        });
        return answer;
    }
}
