/** What people are told in the console, and who is told. */
@NullMarked
package org.vaksam.casework.notice;

import org.jspecify.annotations.NullMarked;
