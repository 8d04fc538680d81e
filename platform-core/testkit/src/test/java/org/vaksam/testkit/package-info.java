@NullMarked
package org.vaksam.testkit;

import org.jspecify.annotations.NullMarked;
