@NullMarked
package org.vaksam.casework.talk;

import org.jspecify.annotations.NullMarked;
