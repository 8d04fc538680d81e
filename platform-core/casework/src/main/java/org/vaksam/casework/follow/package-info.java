/** What follows from changes of records. */
@NullMarked
package org.vaksam.casework.follow;

import org.jspecify.annotations.NullMarked;
