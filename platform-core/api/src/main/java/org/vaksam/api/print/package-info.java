/** Documents to print, keep or send: PDF that everybody can read. */
@Export
@Version("1.0.0")
@NullMarked
package org.vaksam.api.print;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
