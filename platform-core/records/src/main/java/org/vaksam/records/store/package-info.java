/** The tables of the record engine. */
@NullMarked
package org.vaksam.records.store;

import org.jspecify.annotations.NullMarked;
