/** Looking for something in the journal, newest first. */
@NullMarked
package org.vaksam.journal.search;

import org.jspecify.annotations.NullMarked;
