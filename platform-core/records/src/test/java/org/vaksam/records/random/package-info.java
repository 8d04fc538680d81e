@NullMarked
package org.vaksam.records.random;

import org.jspecify.annotations.NullMarked;
