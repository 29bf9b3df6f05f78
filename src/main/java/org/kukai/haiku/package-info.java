/**
 * The poem: what is left of a raw answer when the chatter is taken away, whether it has the form 5-7-5, and its score. Its
 * door is {@link org.kukai.haiku.Scorer}, which turns a raw text into a {@link org.kukai.haiku.Verdict};
 * {@link org.kukai.haiku.Fingerprint} says whether two texts are the same poem.
 */
@NullMarked
package org.kukai.haiku;

import org.jspecify.annotations.NullMarked;
