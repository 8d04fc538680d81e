/** Signed heads: what makes rewriting the whole chain show. */
@NullMarked
package org.vaksam.journal.head;

import org.jspecify.annotations.NullMarked;
