package org.kukai.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports for programs that are started again at the same address. */
final class Ports {
    private Ports() {}

    /**
     * A free port that the system gives to nobody by itself (it gives those from 32768 on): while a program is down between two
     * starts, no connection takes it away, not even one of the program's own to its database.
     */
    static int free() {
        return ThreadLocalRandom.current()
                .ints(100, 20_000, 32_000)
                .filter(Ports::isFree)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no port between 20000 and 32000 is free"));
    }

    private static boolean isFree(int port) {
        try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return free.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
