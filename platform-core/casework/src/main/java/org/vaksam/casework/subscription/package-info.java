/** What people follow: records and views of lists. */
@NullMarked
package org.vaksam.casework.subscription;

import org.jspecify.annotations.NullMarked;
