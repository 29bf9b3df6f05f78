package org.kukai.web.prompt;

import io.quarkus.qute.TemplateData;

import org.kukai.haiku.Haiku;
import org.kukai.haiku.Scorer;
import org.kukai.web.haiku.Evidence;

/**
 * A haiku on the page of its prompt.
 *
 * @param evidence its words as the present scorer counts them; the score is the stored one
 */
@TemplateData
record Candidate(Haiku haiku, Evidence evidence) {
    static Candidate of(Haiku haiku, Scorer scorer) {
        return new Candidate(haiku, Evidence.of(scorer.verdict(haiku.text)));
    }
}
