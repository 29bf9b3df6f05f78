package org.kukai.shape;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What every template keeps to: short, nothing that the content security policy would refuse, and no form unguarded. */
class TemplatesTest {
    private static final int LINES = 80;
    private static final Pattern STYLE_ATTRIBUTE = Pattern.compile("<[^>]*\\sstyle\\s*=");
    private static final Pattern HANDLER = Pattern.compile("<[^>]*\\son[a-z]+\\s*=");
    private static final Pattern INLINE_SCRIPT = Pattern.compile("<script(?![^>]*\\ssrc\\s*=)[^>]*>|<style[\\s>]");
    private static final Pattern POST_FORM =
            Pattern.compile("<form[^>]*method=\"post\"[^>]*>.*?</form>", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private static final List<Path> TEMPLATES = Sources.below("src/main/resources/templates", ".html");

    @Test
    void noTemplateIsLongerThanAScreenOrTwo() {
        assertThat(TEMPLATES.stream().filter(file -> Sources.lines(file) > LINES))
                .as("templates of more than %d lines: move parts into fragments", LINES)
                .isEmpty();
    }

    @Test
    void noTemplateHoldsWhatThePolicyRefuses() {
        assertThat(TEMPLATES).isNotEmpty().allSatisfy(file -> {
            String text = Sources.text(file);
            assertThat(matches(STYLE_ATTRIBUTE, text))
                    .as("style attributes in %s", file)
                    .isEmpty();
            assertThat(matches(HANDLER, text)).as("event handlers in %s", file).isEmpty();
            assertThat(matches(INLINE_SCRIPT, text))
                    .as("inline scripts and styles in %s", file)
                    .isEmpty();
        });
    }

    @Test
    void everyFormThatChangesSomethingCarriesItsToken() {
        assertThat(TEMPLATES)
                .allSatisfy(file -> assertThat(matches(POST_FORM, Sources.text(file)))
                        .as("forms in %s", file)
                        .allSatisfy(form -> assertThat(form).contains("{#csrf /}")));
    }

    @Test
    void everyMomentIsWrittenByTheTagThatPeopleCanReadWithoutScript() {
        assertThat(TEMPLATES.stream()
                        .filter(file -> !file.endsWith("tags/moment.html"))
                        .filter(file -> Sources.text(file).contains("<time")))
                .isEmpty();
    }

    @Test
    void nothingIsLoadedFromElsewhere() {
        Pattern foreign = Pattern.compile("(?:src|<link[^>]*href)\\s*=\\s*[\"'](?:https?:)?//[^\"']*");
        assertThat(TEMPLATES)
                .allSatisfy(file -> assertThat(matches(foreign, Sources.text(file)))
                        .as(file.toString())
                        .isEmpty());
    }

    private static Stream<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group);
    }
}
