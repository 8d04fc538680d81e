/** The journal: rows in the transaction of the change, seals in one order after it. */
@NullMarked
package org.vaksam.journal;

import org.jspecify.annotations.NullMarked;
