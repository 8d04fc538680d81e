@NullMarked
package org.vaksam.records.retention;

import org.jspecify.annotations.NullMarked;
