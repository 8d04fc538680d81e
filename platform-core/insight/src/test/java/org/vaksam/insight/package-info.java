/** The read model as a whole: a real index in a temporary folder, everything around it faked. */
@NullMarked
package org.vaksam.insight;

import org.jspecify.annotations.NullMarked;
