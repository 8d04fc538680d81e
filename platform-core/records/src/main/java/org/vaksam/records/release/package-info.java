/** Redacted copies of records, for release to the public. */
@NullMarked
package org.vaksam.records.release;

import org.jspecify.annotations.NullMarked;
