/** Platform only: letters to people by e-mail. */
@Export
@Version("1.0.0")
@NullMarked
package org.vaksam.spi.mail;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
