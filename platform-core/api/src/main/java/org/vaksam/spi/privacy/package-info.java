/** Platform only: what is known of one person, wherever it is kept. */
@Export
@Version("1.0.0")
@NullMarked
package org.vaksam.spi.privacy;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
