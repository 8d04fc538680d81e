/** Commands of the Karaf shell: the door that is left when the web is down. */
@Header(name = "Karaf-Commands", value = "org.vaksam.operations.shell")
@NullMarked
package org.vaksam.operations.shell;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Header;
