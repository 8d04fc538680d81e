/** Errors that explain themselves (RFC 9457). */
@Export
@Version("1.0.0")
@NullMarked
package org.vaksam.api.problem;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
