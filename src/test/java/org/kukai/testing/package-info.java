/** What tests share: the database they run on, and the cast of people and poems that they tell their stories with. */
@NullMarked
package org.kukai.testing;

import org.jspecify.annotations.NullMarked;
