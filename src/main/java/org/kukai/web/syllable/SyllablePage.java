package org.kukai.web.syllable;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;
import org.kukai.account.Role;
import org.kukai.haiku.Scorer;
import org.kukai.web.haiku.Evidence;

/** Paste or type a poem and see it counted, word by word. Nothing is stored. */
@Path("/syllables")
@RolesAllowed({Role.ADMIN_NAME, Role.RATER_NAME})
class SyllablePage {
    private static final int LONGEST = 20_000;
    private static final int LONGEST_LINK = 1_000;

    @CheckedTemplate(basePath = "syllable")
    static class Templates {
        static native TemplateInstance syllables(String poem, Evidence evidence, String link, String scorer);

        static native TemplateInstance verdict(Evidence evidence, String link, String scorer);

        private Templates() {}
    }

    private final Scorer scorer;

    SyllablePage(Scorer scorer) {
        this.scorer = scorer;
    }

    @GET
    public TemplateInstance show(@RestQuery @Nullable String poem) {
        return page(poem);
    }

    @POST
    public TemplateInstance judge(@RestForm @Nullable String poem) {
        return page(poem);
    }

    /** The verdict alone, while somebody types. */
    @POST
    @Path("verdict")
    public TemplateInstance verdict(@RestForm @Nullable String poem) {
        String text = text(poem);
        return Templates.verdict(Evidence.of(scorer.verdict(text)), link(text), scorer.version());
    }

    private TemplateInstance page(@Nullable String poem) {
        String text = text(poem);
        return Templates.syllables(text, Evidence.of(scorer.verdict(text)), link(text), scorer.version());
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

    /** An address that shows this poem; none for what is too long for one. */
    private static String link(String text) {
        boolean fits = !text.isBlank() && text.length() <= LONGEST_LINK;
        return fits ? "/syllables?poem=" + URLEncoder.encode(text, StandardCharsets.UTF_8) : "";
    }
}
