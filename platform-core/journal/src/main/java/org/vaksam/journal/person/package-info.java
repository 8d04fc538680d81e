/** What the journal says of one person. */
@NullMarked
package org.vaksam.journal.person;

import org.jspecify.annotations.NullMarked;
