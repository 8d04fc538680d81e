/** Periods and working days. */
@Export
@Version("1.0.0")
@NullMarked
package org.vaksam.api.calendar;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
