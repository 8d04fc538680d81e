/** What the tests of operations share. */
@NullMarked
package org.vaksam.operations;

import org.jspecify.annotations.NullMarked;
