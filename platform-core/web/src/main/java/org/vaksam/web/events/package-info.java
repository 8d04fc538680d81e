/** Live events that follow the journal. */
@NullMarked
package org.vaksam.web.events;

import org.jspecify.annotations.NullMarked;
