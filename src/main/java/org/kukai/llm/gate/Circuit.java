package org.kukai.llm.gate;

/** Whether a model's server seems to be alive. */
public enum Circuit {
    /** It is; calls are made. */
    CLOSED,
    /** It failed again and again; no call is made until the next probe is due. */
    OPEN,
    /** It is dead for all we know, and one call tries whether it is still. */
    PROBING
}
