/**
 * What people and scripts see: pages, the API, and the filters before both. {@code web.<room>} holds the pages and calls
 * of that room; each is small and calls one verb. Nothing outside touches this room.
 */
@NullMarked
package org.kukai.web;

import org.jspecify.annotations.NullMarked;
