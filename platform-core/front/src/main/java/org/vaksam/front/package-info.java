/** The one servlet that owns all addresses. */
@NullMarked
package org.vaksam.front;

import org.jspecify.annotations.NullMarked;
