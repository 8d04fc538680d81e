/** Words a person reads, in Swedish and English. */
@Export
@Version("1.0.0")
@NullMarked
package org.vaksam.api.text;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
