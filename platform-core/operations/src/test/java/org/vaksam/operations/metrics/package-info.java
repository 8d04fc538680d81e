@NullMarked
package org.vaksam.operations.metrics;

import org.jspecify.annotations.NullMarked;
