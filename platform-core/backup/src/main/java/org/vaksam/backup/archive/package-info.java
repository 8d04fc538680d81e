/** The form of a backup, and reading it. */
@NullMarked
package org.vaksam.backup.archive;

import org.jspecify.annotations.NullMarked;
