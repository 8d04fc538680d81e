/** What every module must live up to, checked on the real platform inside the test. */
@NullMarked
package org.vaksam.testkit.tck;

import org.jspecify.annotations.NullMarked;
