/** What makes the journal tamper-evident, without a database: also for checking an exported file far from the platform. */
@NullMarked
package org.vaksam.journal.chain;

import org.jspecify.annotations.NullMarked;
