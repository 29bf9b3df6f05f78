package org.kukai.web.security;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/**
 * What was typed into a small form that was refused, for the page to which the refusal leads back; templates know it as {@code typed}. It
 * travels in a cookie that only the server reads, and is gone once shown. Secrets and long texts are not kept.
 */
@Named("typed")
@RequestScoped
public class Typed {
    private static final String COOKIE = "kukai-typed";
    private static final int SECONDS = 60;
    private static final int LONGEST = 2_000;

    private final RoutingContext request;
    private @Nullable Map<String, String> fields;
    private String action = "";

    Typed(RoutingContext request) {
        this.request = request;
    }

    void keep(String address, Map<String, String> form) {
        String kept = form.entrySet().stream()
                .filter(field -> !isSecret(field.getKey()))
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        if (kept.length() <= LONGEST) {
            set(encoded(address) + "?" + kept, SECONDS);
        }
    }

    private static boolean isSecret(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.contains("csrf")
                || lower.contains("password")
                || lower.contains("key")
                || lower.equals("current")
                || lower.equals("fresh");
    }

    /**
     * What was typed into a field of the form that is sent to {@code .../{subject}/{act}}, else what it shows otherwise: a value, or nothing for
     * null.
     */
    public String or(String act, Object subject, String name, @Nullable Object otherwise) {
        Map<String, String> typed = fields == null ? take() : fields;
        String usual = otherwise == null ? "" : otherwise.toString();
        return action.endsWith("/" + subject + "/" + act) ? typed.getOrDefault(name, usual) : usual;
    }

    private Map<String, String> take() {
        Map<String, String> taken = new HashMap<>();
        Cookie cookie = request.request().getCookie(COOKIE);
        if (cookie != null && !cookie.getValue().isEmpty()) {
            String[] parts = cookie.getValue().split("\\?", 2);
            action = decoded(parts[0]);
            for (String field : parts[parts.length - 1].split("&", -1)) {
                String[] pair = field.split("=", 2);
                taken.put(decoded(pair[0]), decoded(pair[pair.length - 1]));
            }
            set("", 0);
        }
        fields = taken;
        return taken;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return ""; // not written by us
        }
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
