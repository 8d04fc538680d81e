/** Tables in files: CSV and XLSX. */
@NullMarked
package org.vaksam.exchange.table;

import org.jspecify.annotations.NullMarked;
