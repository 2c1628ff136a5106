/** Devices: which there are, whether they report, where they were installed. For staff. */
@NullMarked
package de.hexapolis.query.devices;

import org.jspecify.annotations.NullMarked;
