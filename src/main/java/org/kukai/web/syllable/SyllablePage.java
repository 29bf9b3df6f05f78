package org.kukai.web.syllable;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;
import org.kukai.haiku.Scorer;
import org.kukai.haiku.Verdict;
import org.kukai.web.security.Origin;

/**
 * Paste or type a poem, see it counted word by word, read its words as you hear them, and share it. Nothing is stored, and
 * nobody has to sign in: whoever gets the link of a poem sees the poem.
 */
@Path("/syllables")
@PermitAll
class SyllablePage {
    private static final int LONGEST = 20_000;
    private static final int LONGEST_LINK = 1_000;

    /**
     * What is shown.
     *
     * @param read how words are read, as in a link
     * @param link the whole address that shows the same; empty when there is nothing to share or it is too long for an address
     */
    record Shown(String poem, CountedPoem counted, String read, String link, String scorer) {}

    @CheckedTemplate(basePath = "syllable")
    static class Templates {
        static native TemplateInstance syllables(Shown it);

        static native TemplateInstance verdict(Shown it);

        private Templates() {}
    }

    private final Scorer scorer;
    private final RoutingContext request;

    SyllablePage(Scorer scorer, RoutingContext request) {
        this.scorer = scorer;
        this.request = request;
    }

    @GET
    public TemplateInstance show(@RestQuery @Nullable String poem, @RestQuery @Nullable String read) {
        return Templates.syllables(shown(poem, read, null));
    }

    /**
     * The whole page for a poem of any length.
     *
     * @param turn a word to be read by its next count
     */
    @POST
    public TemplateInstance judge(
            @RestForm @Nullable String poem, @RestForm @Nullable String read, @RestForm @Nullable String turn) {
        return Templates.syllables(shown(poem, read, turn));
    }

    /** The verdict alone, while somebody types or turns a word; the address of the page follows. */
    @POST
    @Path("verdict")
    public RestResponse<TemplateInstance> verdict(
            @RestForm @Nullable String poem, @RestForm @Nullable String read, @RestForm @Nullable String turn) {
        Shown shown = shown(poem, read, turn);
        String address = path(shown.poem, shown.read);
        return RestResponse.ResponseBuilder.ok(Templates.verdict(shown))
                .header("HX-Replace-Url", address.isEmpty() ? "/syllables" : address)
                .build();
    }

    private Shown shown(@Nullable String poem, @Nullable String read, @Nullable String turn) {
        String text = text(poem);
        Scorer now = scorer.now();
        Verdict verdict = now.verdict(text);
        Choices choices = Choices.parse(read).of(verdict).turned(turn, verdict);
        String path = path(text, choices.written());
        String link = path.isEmpty() ? "" : Origin.publicAddress(path, request);
        return new Shown(text, CountedPoem.of(verdict, choices), choices.written(), link, now.version());
    }

    private static String text(@Nullable String poem) {
        String text = poem == null ? "" : poem;
        if (text.length() > LONGEST) {
            throw new RefusedException(
                    RefusedException.Kind.TOO_LARGE,
                    "A text of " + text.length() + " characters is too long to look at; " + LONGEST + " are the most.");
        }
        return text;
    }

    private static String path(String text, String read) {
        if (text.isBlank() || text.length() > LONGEST_LINK) {
            return "";
        }
        String choices = read.isEmpty() ? "" : "&read=" + URLEncoder.encode(read, StandardCharsets.UTF_8);
        String lines = text.replace("\r\n", "\n");
        return "/syllables?poem=" + URLEncoder.encode(lines, StandardCharsets.UTF_8) + choices;
    }
}
