/** Tests of reporting without an account. */
@NullMarked
package org.vaksam.casework.report;

import org.jspecify.annotations.NullMarked;
