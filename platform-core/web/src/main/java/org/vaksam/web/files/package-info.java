/** Files served as they are. */
@NullMarked
package org.vaksam.web.files;

import org.jspecify.annotations.NullMarked;
