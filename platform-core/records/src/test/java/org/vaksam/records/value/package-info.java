@NullMarked
package org.vaksam.records.value;

import org.jspecify.annotations.NullMarked;
