/** Platform only: the gateway and what it carries. */
@Export
@Version("1.0.0")
@NullMarked
package org.vaksam.spi.web;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
