/** Platform only: what modules cost, and what they are allowed. */
@Export
@Version("1.0.0")
@NullMarked
package org.vaksam.spi.accounting;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
