/**
 * Tests of the house itself: which room may touch which, how large its parts are, and that what the documents say is
 * true. They read the sources, the classes and the documents, and need neither a database nor a browser.
 */
@NullMarked
package org.kukai.shape;

import org.jspecify.annotations.NullMarked;
