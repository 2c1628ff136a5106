package de.hexapolis.trials.faults;

import de.hexapolis.trials.report.Check;
import de.hexapolis.trials.report.Section;
import de.hexapolis.trials.world.Checkout;
import de.hexapolis.trials.world.Workspace;
import de.hexapolis.trials.world.World;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

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
            return finding(row, () -> on(disk, root));
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

    /** What the trial finds; if its world did not come up or would not mend, that is what was found. */
    static Section finding(Row row, Callable<Section> trial) throws InterruptedException {
        long started = System.nanoTime();
        try {
            return trial.call();
        } catch (InterruptedException stop) {
            throw stop;
        } catch (Exception broken) {
            Check check = new Check("the world stood it", String.valueOf(broken.getMessage()), "yes", false);
            return Section.ran(row.name(), row.title(), (System.nanoTime() - started) / 1e9, List.of(check));
        }
    }
}
