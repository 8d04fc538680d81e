/** What is to happen at a time, exactly once. */
@NullMarked
package org.vaksam.casework.alarm;

import org.jspecify.annotations.NullMarked;
