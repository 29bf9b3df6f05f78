package org.kukai.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import org.kukai.llm.Endpoint;
import org.kukai.webhook.Delivery.Attempted;

/** Sends one request. Redirects are not followed, and of the answer only the status is read. */
@ApplicationScoped
class Sender {
    private static final int GOOD = 200;
    private static final int NO_LONGER_GOOD = 300;

    private final HttpClient client;
    private final Duration timeout;
    private final Clock clock;

    Sender(Clock clock, @ConfigProperty(name = "kukai.webhook.timeout") Duration timeout) {
        this.clock = clock;
        this.timeout = timeout;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    Attempted send(UUID delivery, String event, String url, String secret, String body) {
        URI uri = URI.create(url);
        // A name may lead elsewhere than it did when the address was given.
        String problem = Endpoint.problemOfHost(uri.getHost());
        if (problem != null) {
            return new Attempted(null, "The address may not be called any more: " + problem + ".");
        }
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .header("User-Agent", "Kukai")
                .header("Kukai-Event", event)
                .header("Kukai-Delivery", delivery.toString())
                .header(Signature.HEADER, Signature.of(body, secret, clock.instant()))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            answer.body().close();
            int status = answer.statusCode();
            return new Attempted(
                    status, status >= GOOD && status < NO_LONGER_GOOD ? null : "It answered " + status + ".");
        } catch (HttpTimeoutException e) {
            return new Attempted(null, "It did not answer within " + timeout.toMillis() + " ms.");
        } catch (IOException e) {
            return new Attempted(
                    null, "It could not be reached: " + e.getClass().getSimpleName() + ".");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Attempted(null, "Kukai was stopped meanwhile.");
        }
    }
}
