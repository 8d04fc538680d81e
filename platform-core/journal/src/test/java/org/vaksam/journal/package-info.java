@NullMarked
package org.vaksam.journal;

import org.jspecify.annotations.NullMarked;
