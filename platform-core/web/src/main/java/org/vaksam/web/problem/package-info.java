/** Every failure as a problem document (RFC 9457). */
@NullMarked
package org.vaksam.web.problem;

import org.jspecify.annotations.NullMarked;
