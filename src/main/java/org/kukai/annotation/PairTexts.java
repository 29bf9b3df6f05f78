package org.kukai.annotation;

import java.util.Set;
import java.util.UUID;

/**
 * What is shown of a pair.
 *
 * @param had raters who have had the pair, of those who were asked about
 */
record PairTexts(String prompt, String first, String second, Set<UUID> had) {}
