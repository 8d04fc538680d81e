/** How long records are kept, and what is done when their time is over. */
@NullMarked
package org.vaksam.records.retention;

import org.jspecify.annotations.NullMarked;
