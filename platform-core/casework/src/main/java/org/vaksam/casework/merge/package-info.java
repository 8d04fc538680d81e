/** What becomes of casework when records are joined. */
@NullMarked
package org.vaksam.casework.merge;

import org.jspecify.annotations.NullMarked;
