/** Reporting without an account: forms, receipts, follow-up codes. */
@NullMarked
package org.vaksam.casework.report;

import org.jspecify.annotations.NullMarked;
