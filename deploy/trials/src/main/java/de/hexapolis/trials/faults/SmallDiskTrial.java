package de.hexapolis.trials.faults;

import de.hexapolis.trials.report.Section;
import de.hexapolis.trials.world.Checkout;
import de.hexapolis.trials.world.Workspace;
import de.hexapolis.trials.world.World;
import java.nio.file.Path;
import java.util.Locale;

/** A trial in a world of its own, whose database or broker lies on a disk that is soon full. One thread. */
record SmallDiskTrial(Checkout checkout, Workspace workspace, Row row, Pace pace, long seed) {
    private static final int MEGABYTES = 400;

    /** Not run only where nothing may be mounted: whatever breaks later is a finding. */
    Section run() throws InterruptedException {
        Path root = workspace.folder().resolve(row.name().toLowerCase(Locale.ROOT));
        SmallDisk mounted;
        try {
            mounted = SmallDisk.mount(root.resolve("small"), MEGABYTES);
        } catch (IllegalStateException notHere) {
            return Section.skipped(row.name(), row.title(), String.valueOf(notHere.getMessage()));
        }
        try (SmallDisk disk = mounted) {
            return Trial.finding(row, () -> on(disk, root));
        }
    }

    private Section on(SmallDisk disk, Path root) throws InterruptedException {
        Path inside = disk.folder().resolve("data");
        World.Folders folders = row == Row.F10
                ? new World.Folders(root, inside, root.resolve("broker"))
                : new World.Folders(root, root.resolve("database"), inside);
        try (World world = World.open(checkout, folders, 2)) {
            return new Trial(world, row, pace, seed, disk.folder()).run();
        }
    }
}
