@NullMarked
package org.vaksam.api.calendar;

import org.jspecify.annotations.NullMarked;
