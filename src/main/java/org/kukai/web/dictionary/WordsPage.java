package org.kukai.web.dictionary;

import java.net.URI;
import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.kukai.account.Role;
import org.kukai.dictionary.OwnWord;
import org.kukai.dictionary.WordDecision;
import org.kukai.web.PageLinks;
import org.kukai.web.Paging;

/** The installation's own words, and the way to any other. */
@Path("/words")
@RolesAllowed(Role.ADMIN_NAME)
class WordsPage {
    @CheckedTemplate(basePath = "dictionary")
    static class Templates {
        static native TemplateInstance words(
                List<WordView.Decided> words, String q, long matching, long all, PageLinks links);

        private Templates() {}
    }

    @GET
    @Transactional
    public Object list(
            @RestQuery @Nullable String word, @RestQuery @Nullable String q, @RestQuery @Nullable Integer page) {
        if (word != null) {
            return Response.seeOther(URI.create(WordView.pathOf(OwnWord.entry(word))))
                    .build();
        }
        String beginning = q == null ? "" : q.strip();
        long matching = WordDecision.countOwn(beginning);
        Paging paging = Paging.of(page, null).within(matching);
        return Templates.words(
                WordDecision.newestFirst(beginning, paging.offset(), paging.size()).stream()
                        .map(WordView.Decided::of)
                        .toList(),
                beginning,
                matching,
                beginning.isEmpty() ? matching : WordDecision.countOwn(""),
                PageLinks.of(paging, matching, "/words", Map.of("q", beginning)));
    }
}
