/** The machine-readable description of the API, served at {@code /q/openapi}. */
@NullMarked
package org.kukai.web.openapi;

import org.jspecify.annotations.NullMarked;
