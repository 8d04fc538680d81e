@NullMarked
package org.vaksam.records.release;

import org.jspecify.annotations.NullMarked;
