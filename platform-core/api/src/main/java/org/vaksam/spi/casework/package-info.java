/** Platform only: what people do around a record, as the record engine and others ask for it. */
@Export
@Version("1.0.0")
@NullMarked
package org.vaksam.spi.casework;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
