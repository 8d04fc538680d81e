@NullMarked
package org.vaksam.operations.accounting;

import org.jspecify.annotations.NullMarked;
