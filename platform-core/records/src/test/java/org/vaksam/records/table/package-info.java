@NullMarked
package org.vaksam.records.table;

import org.jspecify.annotations.NullMarked;
