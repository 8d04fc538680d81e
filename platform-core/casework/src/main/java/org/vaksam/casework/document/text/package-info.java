/** What files say, for search: read in the background, by a process of its own, and kept. */
@NullMarked
package org.vaksam.casework.document.text;

import org.jspecify.annotations.NullMarked;
