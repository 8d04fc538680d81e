@NullMarked
package org.vaksam.journal.chain;

import org.jspecify.annotations.NullMarked;
