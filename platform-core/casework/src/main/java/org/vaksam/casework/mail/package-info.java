/** Notices as letters: made when it is time, sent until they have arrived. */
@NullMarked
package org.vaksam.casework.mail;

import org.jspecify.annotations.NullMarked;
