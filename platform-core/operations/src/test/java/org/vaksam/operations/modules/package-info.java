@NullMarked
package org.vaksam.operations.modules;

import org.jspecify.annotations.NullMarked;
