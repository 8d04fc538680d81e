/** What happened: appended in the transaction of the change itself. */
@Export
@Version("1.0.0")
@NullMarked
package org.vaksam.api.journal;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
