package org.vaksam.data;

import org.vaksam.spi.accounting.Accounting.Charge;

/** The module that pays for what its persistence unit does when nobody else is charged. */
record Payer(Ledger ledger, String module) {
    Charge charge() {
        return ledger.chargeUnlessCharged(module);
    }
}
