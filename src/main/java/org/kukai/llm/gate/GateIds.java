package org.kukai.llm.gate;

import java.util.UUID;

/** How the rows of gates are named. */
final class GateIds {
    private GateIds() {}

    static String ofRun(UUID run, UUID model) {
        return "run/" + run + "/" + model;
    }

    static String ofModel(UUID model) {
        return "model/" + model;
    }
}
