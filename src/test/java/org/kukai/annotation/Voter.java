package org.kukai.annotation;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.kukai.testing.PlainBrowser;

import static org.assertj.core.api.Assertions.assertThat;

/** A rater with a browser: signs in, reads the guidelines, and votes through the pages, as htmx does. One thread at a time. */
final class Voter implements AutoCloseable {
    private static final Pattern TOKEN = Pattern.compile("name=\"csrf-token\" value=\"([^\"]*)\"");
    private static final Pattern ASSIGNMENT = Pattern.compile("name=\"assignment\" value=\"([^\"]*)\"");
    private static final long PAUSE = Duration.ofMillis(100).toNanos();
    private static final String[] CHOICES = {"left", "right", "left", "tie", "right", "left", "right", "neither"};

    /** What was acknowledged: the assignment and the choice. */
    final Map<String, String> acknowledged = new LinkedHashMap<>();

    private final String round;
    private final PlainBrowser browser;
    private String token = "";
    private @Nullable String current;
    private @Nullable String ahead;
    private int turns;
    private int lost;

    private Voter(URI address, String round) {
        this.browser = new PlainBrowser(address);
        this.round = round;
    }

    /** Comes in as far as the first pair. */
    static Voter arrive(URI address, String round, String name, String password) throws IOException {
        Voter voter = new Voter(address, round);
        voter.token = field(TOKEN, voter.browser.get("/sign-in").body());
        expect(303, voter.post("/sign-in", Map.of("name", name, "password", password, "next", "/")));
        voter.token = field(
                TOKEN, voter.browser.get("/rounds/" + round + "/guidelines").body());
        expect(303, voter.post("/rounds/" + round + "/participation", Map.of()));
        voter.look();
        return voter;
    }

    /** Loads the page with the next pair, and what its script fetches ahead. */
    void look() throws IOException {
        current = assignment(ask("/rounds/" + round + "/vote"));
        ahead = current == null ? null : assignment(ask("/rounds/" + round + "/vote/ahead?shown=" + current));
    }

    boolean hasPair() {
        return current != null;
    }

    /** Votes on the pair that is shown, as the page's script does: what comes back is the pair after the one that is shown next. */
    void vote() throws IOException {
        String assignment = Objects.requireNonNull(current, "no pair to vote on");
        String choice = CHOICES[turns % CHOICES.length];
        Map<String, String> form =
                new HashMap<>(Map.of("csrf-token", token, "assignment", assignment, "choice", choice));
        if (ahead != null) {
            form.put("shown", ahead);
        }
        PlainBrowser.Answer answer = browser.post("/rounds/" + round + "/votes", form, true);
        expect(200, answer);
        assertThat(answer.body()).as("what the page says").contains("Saved: ");
        assertThat(acknowledged.put(assignment, choice))
                .as("a pair shown twice")
                .isNull();
        turns++;
        String next = assignment(answer);
        current = ahead == null ? next : ahead;
        ahead = ahead == null ? null : next;
    }

    private PlainBrowser.Answer ask(String path) throws IOException {
        PlainBrowser.Answer page = browser.get(path);
        expect(200, page);
        return page;
    }

    private static @Nullable String assignment(PlainBrowser.Answer page) {
        Matcher field = ASSIGNMENT.matcher(page.body());
        return field.find() ? field.group(1) : null;
    }

    /** Votes, and sends the vote again for as long as it is not acknowledged, as the page does when the connection is lost. */
    void voteWithPatience(Duration patience) {
        Instant end = Instant.now().plus(patience);
        while (true) {
            try {
                vote();
                return;
            } catch (IOException e) {
                lost++;
                if (Instant.now().isAfter(end)) {
                    throw new AssertionError("a vote could not be sent", e);
                }
                LockSupport.parkNanos(PAUSE);
            }
        }
    }

    /** How often a connection went away before the answer came. */
    int lost() {
        return lost;
    }

    private PlainBrowser.Answer post(String path, Map<String, String> form) throws IOException {
        Map<String, String> fields = new LinkedHashMap<>(form);
        fields.put("csrf-token", token);
        return browser.post(path, fields, false);
    }

    private static void expect(int status, PlainBrowser.Answer answer) {
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(status);
    }

    private static String field(Pattern pattern, String html) {
        Matcher field = pattern.matcher(html);
        assertThat(Optional.of(field).filter(Matcher::find))
                .as("%s in %s", pattern, html)
                .isPresent();
        return field.group(1);
    }

    @Override
    public void close() {
        browser.close();
    }
}
