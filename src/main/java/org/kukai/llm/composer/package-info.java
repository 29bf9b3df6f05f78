/**
 * The built-in composer, not a language model: it writes haiku from a grammar and word lists of its own ({@code
 * composer/grammar.txt}), fitted to 5-7-5 with the syllable counter. Its door is {@link org.kukai.llm.composer.Poet}. It
 * exists so that Kukai can be tried, tested and measured without a model server, and it errs as models do: hardly at
 * temperature 0, more as the temperature rises.
 */
@NullMarked
package org.kukai.llm.composer;

import org.jspecify.annotations.NullMarked;
