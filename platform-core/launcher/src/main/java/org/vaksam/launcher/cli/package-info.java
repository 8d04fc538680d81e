/** What a command is given, what it says and how it ends. */
@NullMarked
package org.vaksam.launcher.cli;

import org.jspecify.annotations.NullMarked;
