/** Generation runs: the list, ordering one, watching it, and the acts on it; as pages and for scripts. */
@NullMarked
package org.kukai.web.generation;

import org.jspecify.annotations.NullMarked;
