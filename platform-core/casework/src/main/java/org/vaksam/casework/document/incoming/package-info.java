/** Files on their way in. */
@NullMarked
package org.vaksam.casework.document.incoming;

import org.jspecify.annotations.NullMarked;
