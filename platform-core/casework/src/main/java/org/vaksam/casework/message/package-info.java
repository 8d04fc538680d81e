/** What is written between somebody who reported and those who handle it. */
@NullMarked
package org.vaksam.casework.message;

import org.jspecify.annotations.NullMarked;
