/** Platform only: definitions, and reading and searching records of all areas. */
@Export
@Version("1.0.0")
@NullMarked
package org.vaksam.spi.records;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
