package org.kukai.prompt.writing;

import java.util.UUID;

/** One spell of work on a prompt run, from being set in motion to its end or halt; the instance of a job. */
record Turn(UUID run, int number) {
    static Turn parse(String instance) {
        int dot = instance.lastIndexOf('.');
        return new Turn(UUID.fromString(instance.substring(0, dot)), Integer.parseInt(instance.substring(dot + 1)));
    }

    Turn before() {
        return new Turn(run, number - 1);
    }

    @Override
    public String toString() {
        return run + "." + number;
    }
}
