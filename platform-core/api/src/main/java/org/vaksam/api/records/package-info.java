/** Records: everything an area handles, stored and moved through its process by the platform. */
@Export
@Version("1.0.0")
@NullMarked
package org.vaksam.api.records;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
