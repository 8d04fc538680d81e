/** How a module says that it is well. */
@Export
@Version("1.0.0")
@NullMarked
package org.vaksam.api.health;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
