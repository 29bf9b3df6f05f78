package org.kukai.prompt.writing;

import java.util.UUID;

/**
 * A call that is to be made.
 *
 * @param topics whether it asks for topics, else for requests
 * @param tries how many calls were made for it before
 * @param request what the model is told
 * @param topic what requests are to be about; empty when topics are asked for
 */
record Due(UUID call, boolean topics, int tries, String request, String topic) {}
