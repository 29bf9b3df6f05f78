/**
 * Tells other programs what has happened, by signed requests. {@link org.kukai.webhook.Webhook} is such a program's address, {@link
 * org.kukai.webhook.Delivery} one thing that it is told. {@link org.kukai.webhook.Announcements} listens to the other rooms and
 * only writes down what is to be told; {@link org.kukai.webhook.DeliveryJob} does the telling, in the background.
 */
@NullMarked
package org.kukai.webhook;

import org.jspecify.annotations.NullMarked;
