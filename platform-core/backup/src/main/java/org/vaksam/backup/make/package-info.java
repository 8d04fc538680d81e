/** Writing a backup of the running platform. */
@NullMarked
package org.vaksam.backup.make;

import org.jspecify.annotations.NullMarked;
