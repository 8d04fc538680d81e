/** What records and what belongs to them know of one person. */
@NullMarked
package org.vaksam.records.person;

import org.jspecify.annotations.NullMarked;
