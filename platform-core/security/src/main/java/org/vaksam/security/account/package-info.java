/** Accounts, roles and permissions, sessions and tokens as the database knows them. */
@NullMarked
package org.vaksam.security.account;

import org.jspecify.annotations.NullMarked;
