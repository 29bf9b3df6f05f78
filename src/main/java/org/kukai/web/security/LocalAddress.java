package org.kukai.web.security;

import java.net.URI;
import java.net.URISyntaxException;

import org.jspecify.annotations.Nullable;

/** Addresses that a form carries along to return to: only paths of this site are followed. */
public final class LocalAddress {
    private LocalAddress() {}

    /** The address, or the start page where it is none of this site. */
    public static String orHome(@Nullable String address) {
        if (address == null || !address.startsWith("/") || address.startsWith("//")) {
            return "/";
        }
        return address.chars().allMatch(c -> c > ' ' && c < 127 && c != '\\') && isAddress(address) ? address : "/";
    }

    /** The path and query of a whole address, whatever its host; the start page where there is none. */
    static String pathOf(@Nullable String whole) {
        if (whole == null) {
            return "/";
        }
        try {
            URI uri = new URI(whole);
            return orHome(uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery());
        } catch (URISyntaxException e) {
            return "/";
        }
    }

    private static boolean isAddress(String address) {
        try {
            URI uri = new URI(address);
            return uri.getScheme() == null && uri.getRawAuthority() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
