package org.kukai.web.annotation;

import io.quarkus.qute.TemplateExtension;

import org.kukai.annotation.Answer;
import org.kukai.annotation.Choice;
import org.kukai.annotation.Strength;
import org.kukai.web.Placed;

/** What a choice is called on every page, as the buttons call it; the API has names of its own. */
@TemplateExtension
final class ChoiceWords {
    private ChoiceWords() {}

    /** The choice, and how clear it was when that was said with it. */
    static String words(Answer answer) {
        Strength sure = answer.remarks().strength();
        return words(answer.choice()) + (sure == null ? "" : sure == Strength.CLEAR ? ", clearly" : ", slightly");
    }

    static String words(Choice choice) {
        return switch (choice) {
            case LEFT -> Placed.LEFT;
            case RIGHT -> Placed.RIGHT;
            case TIE -> "both alike";
            case NEITHER -> "neither";
            case SKIP -> "skip";
        };
    }
}
