package dev.sluice.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.DynamicMessage;
import com.sun.management.ThreadMXBean;
import dev.sluice.codegen.Bindings.Bound;
import dev.sluice.runtime.Message;
import dev.sluice.runtime.Violations;
import dev.sluice.schema.model.SchemaSet;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Checking a valid message makes no objects. */
class ValidationAllocationTest {
    private static final int CALLS = 2_000;

    private final SchemaSet contract = Schemas.contract();

    @Test
    void aValidMessageCostsNoObject() {
        List<String> measured = new ArrayList<>();
        for (Bound bound : Bindings.of(contract).messages()) {
            for (int seed = 0; seed < 20; seed++) {
                DynamicMessage random = new LikelyMessages(contract, seed, 1_000).next(bound.descriptor());
                Message message = bound.binding().parseFrom(random.toByteArray());
                if (message.validate().isEmpty()) {
                    assertThat(allocated(message) / CALLS)
                            .as("bytes a call, seed %d: %s", seed, random)
                            .isZero();
                    measured.add(bound.toString());
                    break;
                }
            }
        }
        assertThat(measured).contains("sluice.work.v1.WorkItem", "sluice.policy.v1.BackpressurePolicy");
    }

    private static long allocated(Message message) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Violations to = new Violations();
        long before = 0;
        for (int i = 0; i < CALLS * 2; i++) {
            if (i == CALLS) {
                before = threads.getCurrentThreadAllocatedBytes();
            }
            message.validate(to);
        }
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
