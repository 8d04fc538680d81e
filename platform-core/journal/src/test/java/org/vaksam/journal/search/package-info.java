@NullMarked
package org.vaksam.journal.search;

import org.jspecify.annotations.NullMarked;
