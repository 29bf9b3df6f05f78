package org.kukai.testing;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * A browser for load tests: one connection that is kept open, cookies, forms, no redirects, nothing else. It costs a few
 * microseconds a request, so that on a machine shared with the program what is measured is the program. One thread at a time.
 */
public final class PlainBrowser implements AutoCloseable {
    private static final int LINE = 8192;

    private final Map<String, String> cookies = new HashMap<>();
    private final StringBuilder line = new StringBuilder(LINE);
    private final URI address;
    private @Nullable Socket socket;
    private @Nullable InputStream in;

    /** What came back; header names in lower case, the body as text. */
    public record Answer(int status, Map<String, String> headers, String body) {}

    public PlainBrowser(URI address) {
        this.address = address;
    }

    public Answer get(String path) throws IOException {
        return send("GET " + path + " HTTP/1.1\r\n", "");
    }

    /** Sends a form as a browser does, or as htmx does. */
    public Answer post(String path, Map<String, String> form, boolean htmx) throws IOException {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(
                "POST " + path + " HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                        + (htmx ? "HX-Request: true\r\n" : "") + "Content-Length: " + body.length() + "\r\n",
                body);
    }

    private Answer send(String head, String body) throws IOException {
        try {
            InputStream from = connect();
            String request = head + "Host: " + address.getAuthority() + "\r\nAccept: text/html\r\nOrigin: " + address
                    + "\r\nCookie: " + cookies() + "\r\n\r\n" + body;
            Socket open = socket;
            if (open == null) {
                throw new IOException("not connected");
            }
            open.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return read(from);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private InputStream connect() throws IOException {
        InputStream open = in;
        if (open == null) {
            Socket fresh = new Socket(address.getHost(), address.getPort());
            fresh.setTcpNoDelay(true);
            fresh.setSoTimeout(60_000);
            socket = fresh;
            open = new BufferedInputStream(fresh.getInputStream());
            in = open;
        }
        return open;
    }

    private String cookies() {
        return cookies.entrySet().stream()
                .map(c -> c.getKey() + "=" + c.getValue())
                .collect(Collectors.joining("; "));
    }

    private Answer read(InputStream from) throws IOException {
        int status = Integer.parseInt(line(from).split(" ", 3)[1]);
        Map<String, String> headers = new HashMap<>();
        for (String header = line(from); !header.isEmpty(); header = line(from)) {
            int colon = header.indexOf(':');
            String name = header.substring(0, colon).toLowerCase(Locale.ROOT);
            String value = header.substring(colon + 1).strip();
            if (name.equals("set-cookie")) {
                keep(value);
            } else {
                headers.put(name, value);
            }
        }
        String body = headers.containsKey("transfer-encoding")
                ? chunked(from)
                : text(from, Integer.parseInt(headers.getOrDefault("content-length", "0")));
        if ("close".equalsIgnoreCase(headers.get("connection"))) {
            close();
        }
        return new Answer(status, headers, body);
    }

    private void keep(String cookie) {
        String pair = cookie.split(";", 2)[0];
        int equals = pair.indexOf('=');
        cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
    }

    private String chunked(InputStream from) throws IOException {
        StringBuilder body = new StringBuilder();
        for (int size = size(from); size > 0; size = size(from)) {
            body.append(text(from, size));
            line(from);
        }
        line(from);
        return body.toString();
    }

    private int size(InputStream from) throws IOException {
        return Integer.parseInt(line(from).strip(), 16);
    }

    private static String text(InputStream from, int bytes) throws IOException {
        byte[] body = from.readNBytes(bytes);
        if (body.length < bytes) {
            throw new EOFException("the answer was cut");
        }
        return new String(body, StandardCharsets.UTF_8);
    }

    private String line(InputStream from) throws IOException {
        line.setLength(0);
        for (int c = from.read(); c != '\n'; c = from.read()) {
            if (c < 0) {
                throw new EOFException("the connection was closed");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        Socket open = socket;
        socket = null;
        in = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                // It was broken already.
            }
        }
    }
}
