/** Backups that are kept: made, listed, checked, deleted, every night. */
@NullMarked
package org.vaksam.backup.keep;

import org.jspecify.annotations.NullMarked;
