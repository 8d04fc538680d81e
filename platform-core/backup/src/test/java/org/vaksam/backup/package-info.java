@NullMarked
package org.vaksam.backup;

import org.jspecify.annotations.NullMarked;
