/** The command {@code vaksam}: every subcommand that talks to a running platform. */
@NullMarked
package org.vaksam.launcher;

import org.jspecify.annotations.NullMarked;
