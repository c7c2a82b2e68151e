package dev.sluice.contract.tck.rules.capacity;

import dev.sluice.contract.tck.stage.CapacityDocument;
import dev.sluice.contract.tck.stage.InFlight;
import dev.sluice.contract.tck.stage.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Documents read by several readers at once while items come and go. */
final class UnderLoad {
    private static final int READERS = 4;
    private static final int READS = 50;

    private UnderLoad() {}

    /** The documents by reader, in the order in which each read them. */
    static List<List<CapacityDocument>> read(Stage stage) {
        stage.sink().open();
        List<InFlight<List<CapacityDocument>>> readers = IntStream.range(0, READERS)
                .mapToObj(reader -> InFlight.begin(() -> documents(stage)))
                .toList();
        int submitted = 0;
        while (!readers.stream().allMatch(InFlight::isDone)) {
            stage.sendQuietly(stage.item().submission());
            submitted++;
        }
        stage.note(READERS + " readers read " + READS + " documents each while " + submitted + " items were submitted");
        return readers.stream().map(InFlight::result).toList();
    }

    private static List<CapacityDocument> documents(Stage stage) {
        List<CapacityDocument> documents = new ArrayList<>();
        for (int i = 0; i < READS; i++) {
            documents.add(stage.capacity());
        }
        return documents;
    }
}
