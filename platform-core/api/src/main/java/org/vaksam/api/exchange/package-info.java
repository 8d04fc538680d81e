/** What comes in: formats that the platform can import and feed from. */
@Export
@Version("1.0.0")
@NullMarked
package org.vaksam.api.exchange;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
