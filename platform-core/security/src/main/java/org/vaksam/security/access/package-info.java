/** Who is asking: sessions and tokens of requests, the caller of the thread. */
@NullMarked
package org.vaksam.security.access;

import org.jspecify.annotations.NullMarked;
