/** The database: one pool, one transaction per thread, one persistence unit per revision, ordered scripts. */
@NullMarked
package org.vaksam.data;

import org.jspecify.annotations.NullMarked;
