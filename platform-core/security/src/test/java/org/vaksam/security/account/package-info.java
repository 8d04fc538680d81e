@NullMarked
package org.vaksam.security.account;

import org.jspecify.annotations.NullMarked;
