/** Pages that are made on the server and need no script. */
@NullMarked
package org.vaksam.casework.page;

import org.jspecify.annotations.NullMarked;
