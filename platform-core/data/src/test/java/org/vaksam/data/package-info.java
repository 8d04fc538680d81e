@NullMarked
package org.vaksam.data;

import org.jspecify.annotations.NullMarked;
