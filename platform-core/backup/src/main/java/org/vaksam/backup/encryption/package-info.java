/** A file that only who knows a passphrase can read or change unnoticed. */
@NullMarked
package org.vaksam.backup.encryption;

import org.jspecify.annotations.NullMarked;
