/** Platform only: the servlet that owns the addresses. */
@Export
@Version("1.0.0")
@NullMarked
package org.vaksam.spi.front;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
