/** What each module costs, and what it is allowed. */
@NullMarked
package org.vaksam.operations.accounting;

import org.jspecify.annotations.NullMarked;
