/** Platform only: SQL, migrations and persistence units. */
@Export
@Version("1.0.0")
@NullMarked
package org.vaksam.spi.data;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
