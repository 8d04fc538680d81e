/** Platform only: figures for {@code /metrics}. */
@Export
@Version("1.0.0")
@NullMarked
package org.vaksam.spi.metrics;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
