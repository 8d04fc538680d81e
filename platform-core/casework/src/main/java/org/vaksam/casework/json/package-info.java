/** JSON as casework stores and answers it, and what comes in. */
@NullMarked
package org.vaksam.casework.json;

import org.jspecify.annotations.NullMarked;
