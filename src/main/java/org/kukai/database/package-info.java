/**
 * The PostgreSQL server that comes with Kukai, for when none is configured. The door is {@link
 * org.kukai.database.EmbeddedDatabase}: it claims a data directory, starts a durable server in it that only this
 * program can sign in to, and stops it again. Nothing else in Kukai knows whether its database is embedded.
 */
@NullMarked
package org.kukai.database;

import org.jspecify.annotations.NullMarked;
