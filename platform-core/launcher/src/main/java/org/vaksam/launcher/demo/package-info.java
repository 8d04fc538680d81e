/** {@code vaksam demo}: an invented municipality, made through the same REST API as everybody's. */
@NullMarked
package org.vaksam.launcher.demo;

import org.jspecify.annotations.NullMarked;
