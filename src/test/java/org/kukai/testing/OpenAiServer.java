package org.kukai.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A model server on the loopback that speaks the OpenAI protocol and fails as real ones do. Unless told otherwise it
 * answers every request with as many haiku as {@code n} asks for. {@link #next} says what the coming requests get, one
 * each; {@link #behave} decides by the request. It counts, so that tests can prove what was sent, how often, and how much
 * at once.
 *
 * <pre>{@code
 * try (OpenAiServer server = OpenAiServer.start()) {
 *     server.next(Answer.status(500), Answer.tooMany("2"));
 *     ... server.baseUrl() ...
 * }
 * }</pre>
 */
public final class OpenAiServer implements AutoCloseable {
    static {
        // Without it small answers wait 40 ms for the delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Run before the last bytes of an answer are written: who has those may send the next request before this thread goes on. */
    private static final ThreadLocal<Runnable> LEAVING = ThreadLocal.withInitial(() -> () -> {});

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Queue<Answer> scripted = new ConcurrentLinkedQueue<>();
    private final Queue<OpenAiRequest> seen = new ConcurrentLinkedQueue<>();
    private final Queue<Long> arrivals = new ConcurrentLinkedQueue<>();
    private final AtomicInteger arrived = new AtomicInteger();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger mostInFlight = new AtomicInteger();
    private final LongAdder busy = new LongAdder();
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile Function<OpenAiRequest, Answer> behaviour = request -> Answer.ok();

    private OpenAiServer(HttpServer server) {
        this.server = server;
    }

    public static OpenAiServer start() {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
            OpenAiServer server = new OpenAiServer(http);
            http.createContext("/v1/chat/completions", server::handle);
            http.setExecutor(server.threads);
            http.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open a port on the loopback", e);
        }
    }

    /** As a model's base URL, with the version. */
    public String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    /** What the coming requests get, one each in this order; then the behaviour goes on. */
    public void next(Answer... answers) {
        scripted.addAll(List.of(answers));
    }

    /** Decides by the request, for all that have no scripted answer; called by many threads at once. */
    public void behave(Function<OpenAiRequest, Answer> fresh) {
        behaviour = fresh;
    }

    /** How many requests have arrived. */
    public int requests() {
        return arrived.get();
    }

    /** Every request that could be read, in the order of arrival. */
    public List<OpenAiRequest> seen() {
        return List.copyOf(seen);
    }

    /** When requests arrived, by {@link System#nanoTime}, in this order. */
    public List<Long> arrivals() {
        return arrivals.stream().sorted().toList();
    }

    /** How many requests arrived within any span of this length, wherever it begins. */
    public int mostWithin(Duration span) {
        List<Long> times = arrivals();
        int most = 0;
        int from = 0;
        for (int i = 0; i < times.size(); i++) {
            while (times.get(i) - times.get(from) >= span.toNanos()) {
                from++;
            }
            most = Math.max(most, i - from + 1);
        }
        return most;
    }

    /** How many requests are here at this moment. */
    public int inFlight() {
        return inFlight.get();
    }

    /** The largest number of requests that were here at the same time. */
    public int mostInFlight() {
        return mostInFlight.get();
    }

    /** How long requests were here, all together. */
    public Duration busy() {
        return Duration.ofNanos(busy.sum());
    }

    /** Lets go of every request that hangs, now and later: they are answered well. */
    public void release() {
        released.countDown();
    }

    private void handle(HttpExchange exchange) {
        long arrival = System.nanoTime();
        arrivals.add(arrival);
        mostInFlight.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
        AtomicBoolean here = new AtomicBoolean(true);
        LEAVING.set(() -> {
            if (here.getAndSet(false)) {
                inFlight.decrementAndGet();
                busy.add(System.nanoTime() - arrival);
            }
        });
        try (exchange) {
            int number = arrived.getAndIncrement();
            OpenAiRequest request = OpenAiRequest.read(
                    number,
                    JSON.readTree(exchange.getRequestBody()),
                    exchange.getRequestHeaders().getFirst("Authorization"));
            seen.add(request);
            Answer answer = scripted.poll();
            (answer == null ? behaviour.apply(request) : answer).send(request, exchange, released);
        } catch (IOException e) {
            // The client went away, as it may; the count of requests tells that it had been here.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            LEAVING.get().run();
        }
    }

    static void write(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        LEAVING.get().run();
        exchange.getResponseHeaders().putIfAbsent("Content-Type", List.of("application/json"));
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        release();
        server.stop(0);
        threads.shutdownNow();
    }
}
