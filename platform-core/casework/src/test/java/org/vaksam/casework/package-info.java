@NullMarked
package org.vaksam.casework;

import org.jspecify.annotations.NullMarked;
