package org.kukai.annotation;

import jakarta.enterprise.inject.spi.CDI;

/** Lets entities tell other rooms what has happened, in the transaction in which it happens. */
final class Happenings {
    private Happenings() {}

    static void fire(Record happening) {
        CDI.current().getBeanContainer().getEvent().fire(happening);
    }
}
