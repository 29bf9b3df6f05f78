/** Models: the list, registering, trying out, removing and bringing back, as pages and as calls. */
@NullMarked
package org.kukai.web.model;

import org.jspecify.annotations.NullMarked;
