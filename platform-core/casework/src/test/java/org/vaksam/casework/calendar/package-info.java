@NullMarked
package org.vaksam.casework.calendar;

import org.jspecify.annotations.NullMarked;
