/** The web console: files built by Vite, and the service that hands them to the gateway. */
@NullMarked
package org.vaksam.console;

import org.jspecify.annotations.NullMarked;
