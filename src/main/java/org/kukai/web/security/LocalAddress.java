package org.kukai.web.security;

import org.jspecify.annotations.Nullable;

/** Addresses that a form carries along to return to: only paths of this site are followed. */
public final class LocalAddress {
    private LocalAddress() {}

    public static String orHome(@Nullable String address) {
        if (address == null || !address.startsWith("/") || address.startsWith("//")) {
            return "/";
        }
        return address.chars().allMatch(c -> c > ' ' && c < 127 && c != '\\') ? address : "/";
    }
}
