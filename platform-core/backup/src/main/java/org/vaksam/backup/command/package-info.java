/** The commands that need no running platform. */
@NullMarked
package org.vaksam.backup.command;

import org.jspecify.annotations.NullMarked;
