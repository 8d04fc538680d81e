@NullMarked
package org.vaksam.launcher;

import org.jspecify.annotations.NullMarked;
