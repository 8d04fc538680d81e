/** A data directory and a database out of a backup. */
@NullMarked
package org.vaksam.backup.restore;

import org.jspecify.annotations.NullMarked;
