/** Tests of pages that are made on the server. */
@NullMarked
package org.vaksam.casework.page;

import org.jspecify.annotations.NullMarked;
