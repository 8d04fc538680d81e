/** What people write into a record, and what a change of it means. */
@NullMarked
package org.vaksam.records.content;

import org.jspecify.annotations.NullMarked;
