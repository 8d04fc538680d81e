/** Days, and what stands in a person's calendar. */
@NullMarked
package org.vaksam.casework.calendar;

import org.jspecify.annotations.NullMarked;
