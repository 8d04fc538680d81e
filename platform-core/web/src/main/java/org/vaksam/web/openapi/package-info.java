/** The description of everything that answers. */
@NullMarked
package org.vaksam.web.openapi;

import org.jspecify.annotations.NullMarked;
