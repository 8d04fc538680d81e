/** For tests of platform parts and modules: a real database in one line, and a bundle where there is no framework. */
@NullMarked
package org.vaksam.testkit;

import org.jspecify.annotations.NullMarked;
