/**
 * The installation's own words: counts of syllables that its admins have set, each with a reason. {@link
 * org.kukai.dictionary.Dictionary} is the door for changes, {@link org.kukai.dictionary.WordFile} for many at once; {@link
 * org.kukai.dictionary.WordDecision} tells what stands and what stood before. {@link org.kukai.dictionary.CurrentWords} holds the
 * counter that knows these words, the same on every node within seconds.
 */
@NullMarked
package org.kukai.dictionary;

import org.jspecify.annotations.NullMarked;
