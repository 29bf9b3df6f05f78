package org.kukai.prompt.writing;

/**
 * One entry of a list that a model wrote.
 *
 * @param text without its mark, quotes and emphasis
 * @param cut whether the answer was cut at the limit of tokens within it, or may have been
 */
record Item(String text, boolean cut) {}
