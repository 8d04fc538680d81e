/** Single values of the input: checked, normalised, and what is wrong with them in words. */
@NullMarked
package org.vaksam.records.value;

import org.jspecify.annotations.NullMarked;
