/** Records as rows of tables for people. */
@NullMarked
package org.vaksam.records.table;

import org.jspecify.annotations.NullMarked;
