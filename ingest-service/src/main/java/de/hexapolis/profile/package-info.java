/**
 * Device profiles: data (YAML) that say how the JSON of one kind of device becomes measurements, events and positions.
 * {@link de.hexapolis.profile.DeviceProfile#parse} checks a profile at load and names every fault with its line;
 * afterwards a profile is immutable, thread-safe and never throws.
 */
@NullMarked
package de.hexapolis.profile;

import org.jspecify.annotations.NullMarked;
