/** Device profiles: how a device's decoded JSON becomes quantities, as data. */
@NullMarked
package de.hexapolis.profile;

import org.jspecify.annotations.NullMarked;
