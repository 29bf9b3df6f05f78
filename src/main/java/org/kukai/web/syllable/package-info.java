/** Syllables: the call that counts words, and the page where anyone signed in can try a poem. */
@NullMarked
package org.kukai.web.syllable;

import org.jspecify.annotations.NullMarked;
