/** The installation's own words: the pages where admins set counts and take them back, and the calls that do the same. */
@NullMarked
package org.kukai.web.dictionary;

import org.jspecify.annotations.NullMarked;
