@NullMarked
package org.vaksam.console;

import org.jspecify.annotations.NullMarked;
