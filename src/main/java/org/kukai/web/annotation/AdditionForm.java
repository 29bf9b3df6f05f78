package org.kukai.web.annotation;

import java.util.List;
import java.util.stream.Stream;

import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

import org.kukai.annotation.Pairing;
import org.kukai.annotation.Round;

/** The form of more pairs for a round, as it was filled in. */
record AdditionForm(
        @RestForm @Nullable String pairing,
        @RestForm @Nullable String one,
        @RestForm @Nullable String other,
        @RestForm @Nullable String pairs) {
    /** The form as it is offered first. */
    static AdditionForm of(Round round) {
        return new AdditionForm(round.pairing.spelled(), "", "", "50");
    }

    Pairing chosen() {
        return Pairing.ofSpelled(Input.text(pairing));
    }

    List<String> models() {
        return chosen() == Pairing.MODEL_VS_MODEL
                ? Stream.of(one, other).map(Input::text).toList()
                : List.of();
    }

    int number() {
        return Input.number("The number of pairs to add", pairs);
    }
}
