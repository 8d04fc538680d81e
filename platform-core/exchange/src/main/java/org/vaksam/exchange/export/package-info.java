/** Lists and cross tables as files: CSV, XLSX, GeoJSON and PDF, made in the background and kept for a day. */
@NullMarked
package org.vaksam.exchange.export;

import org.jspecify.annotations.NullMarked;
