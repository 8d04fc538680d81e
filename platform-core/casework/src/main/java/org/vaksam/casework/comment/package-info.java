/** What people say about a record. */
@NullMarked
package org.vaksam.casework.comment;

import org.jspecify.annotations.NullMarked;
