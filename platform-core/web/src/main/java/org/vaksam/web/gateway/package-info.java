/** Routes, leases and the way of a request. */
@NullMarked
package org.vaksam.web.gateway;

import org.jspecify.annotations.NullMarked;
