/** What somebody has to do, about a record or by itself. */
@NullMarked
package org.vaksam.casework.action;

import org.jspecify.annotations.NullMarked;
