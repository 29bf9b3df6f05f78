package org.kukai.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A proxy before several nodes, as simple as they come: each connection goes to the next node that takes it, byte by byte, and
 * breaks when that node does.
 */
public final class Proxy implements AutoCloseable {
    private final List<URI> nodes;
    private final ServerSocket door;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger turn = new AtomicInteger();

    private Proxy(List<URI> nodes, ServerSocket door) {
        this.nodes = nodes;
        this.door = door;
    }

    public static Proxy before(List<URI> nodes) {
        try {
            Proxy proxy = new Proxy(nodes, new ServerSocket(0, 1024, InetAddress.getLoopbackAddress()));
            proxy.threads.execute(proxy::welcome);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open a port on the loopback", e);
        }
    }

    /** Where to come in. */
    public URI address() {
        return URI.create("http://localhost:" + door.getLocalPort());
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                Socket client = keep(door.accept());
                threads.execute(() -> serve(client));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket client) {
        for (int i = 0; i < nodes.size(); i++) {
            URI node = nodes.get(Math.floorMod(turn.getAndIncrement(), nodes.size()));
            try {
                Socket server = keep(new Socket(node.getHost(), node.getPort()));
                threads.execute(() -> carry(client, server));
                carry(server, client);
                return;
            } catch (IOException e) {
                // That node is down; the next one may not be.
            }
        }
        drop(client);
    }

    /** Carries bytes until one side ends, then ends both. */
    private void carry(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
        } catch (IOException e) {
            // Broken: so are both sides now.
        } finally {
            drop(from);
            drop(to);
        }
    }

    private Socket keep(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        open.add(socket);
        return socket;
    }

    private void drop(Socket socket) {
        open.remove(socket);
        try {
            socket.close();
        } catch (IOException e) {
            // It was broken already.
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        open.forEach(this::drop);
        threads.shutdownNow();
    }
}
