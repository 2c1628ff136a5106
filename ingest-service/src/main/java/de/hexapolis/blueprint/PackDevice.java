package de.hexapolis.blueprint;

import de.hexapolis.registry.DeviceRow;
import de.hexapolis.registry.Placement;

/** A row of devices.csv. Immutable. */
record PackDevice(DeviceRow device, Placement placement) {}
