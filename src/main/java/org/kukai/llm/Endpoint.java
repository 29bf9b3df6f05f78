package org.kukai.llm;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;

/**
 * Decides which addresses Kukai may call. Model servers live on this machine, in its network and outside, so those are
 * all allowed; the addresses where clouds hand out credentials to whoever asks from inside are not.
 */
public final class Endpoint {
    private static final int LONGEST = 500;
    /** Metadata services that are not link-local: AWS by IPv6, Alibaba, Oracle. */
    private static final Set<String> METADATA_ADDRESSES = Set.of(
            "fd00:ec2:0:0:0:0:0:254",
            "fd20:ce:0:0:0:0:0:254",
            "fd00:42:0:0:0:0:0:42",
            "100.100.100.200",
            "168.63.129.16",
            "192.0.0.192");

    /** The prefix 64:ff9b::/96 (RFC 6052). */
    private static final long NAT64 = 0x0064_ff9b_0000_0000L;

    /** The prefix 64:ff9b:1::/48 (RFC 8215). */
    private static final long NAT64_LOCAL = 0x0064_ff9b_0001L;
    /** The prefix 2002::/16 (RFC 3056). */
    private static final long SIX_TO_FOUR = 0x2002L;

    /** What the system's own look-up takes for an address, whatever Java does: numbers to the base of 8, 10 or 16, one to four of them. */
    private static final Pattern IN_NUMBERS = Pattern.compile("([^:]*\\.)?(0x[0-9a-f]*|[0-9]+)");

    private static final Pattern IPV4 = Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");

    private static final Set<String> METADATA_NAMES =
            Set.of("metadata.google.internal", "metadata.azure.com", "metadata", "instance-data");

    /** Finds the addresses that a name stands for. */
    interface Names {
        InetAddress[] lookUp(String name) throws UnknownHostException;
    }

    private Endpoint() {}

    /**
     * The base URL in one spelling, without a slash at the end.
     *
     * @throws RefusedException when it is no address of a model server
     */
    static String check(String baseUrl) {
        String text = baseUrl.strip();
        URI uri = parse(text);
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        String host = uri.getHost();
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw refuse(text, "it must begin with http:// or https://");
        }
        if (host == null || host.isEmpty()) {
            throw refuse(text, "it names no host; an address in numbers is written as in 127.0.0.1 or [::1]");
        }
        if (uri.getUserInfo() != null) {
            throw refuse(withoutUser(text), "it holds a name or password; give the key in its own field");
        }
        if (uri.getQuery() != null || uri.getFragment() != null) {
            throw refuse(text, "it may have no ? and no #");
        }
        if (uri.getPort() == 0 || uri.getPort() > 65_535) {
            throw refuse(text, "there is no port " + uri.getPort());
        }
        String problem = problemOfHost(host);
        if (problem != null) {
            throw refuse(text, problem);
        }
        return text.replaceAll("/+$", "");
    }

    /** Why the host may not be called, looked up now; null when it may, or when nobody knows the name yet. */
    public static @Nullable String problemOfHost(String host) {
        return problemOfHost(host, InetAddress::getAllByName);
    }

    static @Nullable String problemOfHost(String host, Names names) {
        String bare = host.replaceAll("^\\[|]$|\\.$", "").toLowerCase(Locale.ROOT);
        if (METADATA_NAMES.contains(bare)) {
            return "it is the metadata service of a cloud";
        }
        if (IN_NUMBERS.matcher(bare).matches() && !IPV4.matcher(bare).matches()) {
            return "it writes an address in a way that programs read differently; write it as in 127.0.0.1";
        }
        InetAddress[] addresses;
        try {
            addresses = names.lookUp(bare);
        } catch (UnknownHostException e) {
            return null; // the server may come up later; calls say so until then
        }
        for (InetAddress address : addresses) {
            String literal = address.getHostAddress().replaceAll("%.*$", "");
            if (address.isLinkLocalAddress() || METADATA_ADDRESSES.contains(literal) || embedsLinkLocal(address)) {
                return "it leads to " + literal + ", a link-local address or the metadata service of a cloud";
            }
            if (address.isAnyLocalAddress() || address.isMulticastAddress()) {
                return "it leads to " + literal + ", which is no address of one server";
            }
        }
        return null;
    }

    /** 169.254.0.0/16 written as an IPv6 address: ::a.b.c.d, 64:ff9b::a.b.c.d, 64:ff9b:1:...:a.b.c.d and 2002:(a.b):(c.d)::. */
    private static boolean embedsLinkLocal(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return false;
        }
        byte[] bytes = address.getAddress();
        long prefix = ByteBuffer.wrap(bytes).getLong();
        boolean atTheEnd = prefix == 0 || prefix == NAT64 || prefix >>> 16 == NAT64_LOCAL;
        return (atTheEnd && isLinkLocal(bytes, 12)) || (prefix >>> 48 == SIX_TO_FOUR && isLinkLocal(bytes, 2));
    }

    private static boolean isLinkLocal(byte[] bytes, int from) {
        return bytes[from] == (byte) 169 && bytes[from + 1] == (byte) 254;
    }

    private static URI parse(String text) {
        if (text.isEmpty()) {
            throw new RefusedException(
                    RefusedException.Kind.INVALID,
                    "Give the base URL of the server, for example http://127.0.0.1:8000/v1.");
        }
        if (text.length() > LONGEST) {
            throw refuse(text.substring(0, 60) + "…", "it has more than " + LONGEST + " characters");
        }
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw refuse(withoutUser(text), "it is not a URL");
        }
    }

    private static String withoutUser(String text) {
        return text.replaceAll("//[^/]*@", "//…@");
    }

    private static RefusedException refuse(String text, String why) {
        return new RefusedException(
                RefusedException.Kind.INVALID,
                "The base URL “" + text + "” cannot be used: " + why + ". An example: http://127.0.0.1:8000/v1");
    }
}
