/** The database as a module sees it. */
@Export
@Version("1.0.0")
@NullMarked
package org.vaksam.api.data;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
