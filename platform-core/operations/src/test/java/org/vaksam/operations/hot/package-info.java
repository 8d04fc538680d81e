@NullMarked
package org.vaksam.operations.hot;

import org.jspecify.annotations.NullMarked;
