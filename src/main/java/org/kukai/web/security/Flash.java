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

    private final RoutingContext request;

    Flash(RoutingContext request) {
        this.request = request;
    }

    public void say(String sentence) {
        set(URLEncoder.encode(sentence, StandardCharsets.UTF_8), SECONDS);
    }

    /** The sentence, or the empty text; the second call gives the empty text. */
    public String take() {
        Cookie cookie = request.request().getCookie(COOKIE);
        if (cookie == null || cookie.getValue().isEmpty()) {
            return "";
        }
        String sentence = URLDecoder.decode(cookie.getValue(), StandardCharsets.UTF_8);
        set("", 0);
        return sentence;
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
