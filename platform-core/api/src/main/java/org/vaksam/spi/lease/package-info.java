/** Platform only: counted use of one revision. */
@Export
@Version("1.0.0")
@NullMarked
package org.vaksam.spi.lease;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
