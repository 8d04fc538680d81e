/** What people do around a record: actions, deadlines, comments, documents, sharing, notices. */
@NullMarked
package org.vaksam.casework;

import org.jspecify.annotations.NullMarked;
