/** What a file is, by its content alone. */
@NullMarked
package org.vaksam.casework.document.type;

import org.jspecify.annotations.NullMarked;
