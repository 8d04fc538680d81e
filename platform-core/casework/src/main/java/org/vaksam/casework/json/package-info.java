/** JSON as casework stores and answers it. */
@NullMarked
package org.vaksam.casework.json;

import org.jspecify.annotations.NullMarked;
