package org.kukai.web.security;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;

/**
 * One sentence for the next page, said across a redirect ("Run cancelled."). It travels in a cookie and is gone once
 * shown; templates know it as {@code flash}, and escape it like all text.
 */
@Named("flash")
@RequestScoped
public class Flash {
    private static final String COOKIE = "kukai-flash";
    private static final int SECONDS = 60;
    private static final int LONGEST = 3_500;
    private static final int SHORTENED = 280;
    /** No sentence that is encoded begins so. */
    private static final String REFUSAL = "!";

    /** What is said; {@code refusal} when it tells why something was not done. */
    public record Said(String text, boolean refusal) {}

    private final RoutingContext request;

    Flash(RoutingContext request) {
        this.request = request;
    }

    public void say(String sentence) {
        set(encoded(sentence), SECONDS);
    }

    /** Says that an act was refused, and why. */
    public void refuse(String reason) {
        set(REFUSAL + encoded(reason), SECONDS);
    }

    // A cookie has 4,096 bytes, and a character up to 12 of them here.
    private static String encoded(String sentence) {
        String whole = URLEncoder.encode(sentence, StandardCharsets.UTF_8);
        return whole.length() <= LONGEST
                ? whole
                : URLEncoder.encode(
                        sentence.substring(0, Math.min(sentence.length(), SHORTENED)) + "…", StandardCharsets.UTF_8);
    }

    /** The sentence, or the empty text; the second call gives the empty text. */
    public Said take() {
        Cookie cookie = request.request().getCookie(COOKIE);
        if (cookie == null || cookie.getValue().isEmpty()) {
            return new Said("", false);
        }
        boolean refusal = cookie.getValue().startsWith(REFUSAL);
        String sentence = URLDecoder.decode(cookie.getValue().substring(refusal ? 1 : 0), StandardCharsets.UTF_8);
        set("", 0);
        return new Said(sentence, refusal);
    }

    private void set(String value, int seconds) {
        request.response()
                .addCookie(Cookie.cookie(COOKIE, value)
                        .setPath("/")
                        .setMaxAge(seconds)
                        .setHttpOnly(true)
                        .setSecure(request.request().isSSL())
                        .setSameSite(CookieSameSite.LAX));
    }
}
