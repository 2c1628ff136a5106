/**
 * Makes the forecasts of bins and trees from what is stored, and leaves the asset to be judged where one crosses a rule's
 * side.
 *
 * <p>{@link de.hexapolis.outlook.OutlookWorker} looks each minute, one replica at a time (lock 740005): {@link
 * de.hexapolis.outlook.FitBins} learns each night what is worth remembering of a bin, {@link
 * de.hexapolis.outlook.FitGroups} what is usual among bins, {@link de.hexapolis.outlook.ForecastBins} and {@link
 * de.hexapolis.outlook.ForecastTrees} make forecasts of what has new readings, {@link de.hexapolis.outlook.CarryOver} those
 * of trees without a probe. The numbers are the module's {@code de.hexapolis.forecast}.
 */
@NullMarked
package de.hexapolis.outlook;

import org.jspecify.annotations.NullMarked;
