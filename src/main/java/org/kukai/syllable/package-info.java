/**
 * Counts the syllables of English. Its door is {@link org.kukai.syllable.Syllables}: {@code Syllables.english()} gives the
 * shared counter, which answers for one word ({@code count}) or for the words of a line ({@code line}) with every count
 * that a reader would accept, the usual one first among them, where the knowledge comes from and how sure it is. Plain Java
 * on the JDK alone, so that it can be used outside Kukai too.
 */
@NullMarked
package org.kukai.syllable;

import org.jspecify.annotations.NullMarked;
