package org.kukai.web.annotation;

import io.quarkus.qute.RawString;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Guidelines as admins write them, made safe: HTML in them is shown as text, and links lead to the web or to mail only. */
final class Markdown {
    private static final Parser PARSER =
            Parser.builder().maxOpenBlockParsers(50).build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();

    private Markdown() {}

    static RawString html(String text) {
        return new RawString(RENDERER.render(PARSER.parse(text)));
    }
}
