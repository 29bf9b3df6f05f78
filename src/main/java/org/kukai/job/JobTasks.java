package org.kukai.job;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import org.jboss.logging.Logger;

/** Says to the job library how a {@link JobHandler} is run, tried again, and given up. */
final class JobTasks {
    private static final Logger LOG = Logger.getLogger(JobTasks.class);

    static final int TRIES = 8;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    private JobTasks() {}

    static Task<Void> taskOf(JobHandler handler) {
        return Tasks.custom(handler.kind(), Void.class)
                .onFailure((complete, operations) -> failed(handler, complete, operations))
                .onDeadExecutionRevive()
                .execute((instance, context) -> run(handler, instance.getId()));
    }

    private static CompletionHandler<Void> run(JobHandler handler, String instance) {
        try {
            handler.run(instance);
            return new CompletionHandler.OnCompleteRemove<>();
        } catch (JobPostponedException postponed) {
            return (complete, operations) ->
                    operations.reschedule(complete, complete.getTimeDone().plus(postponed.pause()));
        }
    }

    private static void failed(JobHandler handler, ExecutionComplete complete, ExecutionOperations<Void> operations) {
        int failures = complete.getExecution().consecutiveFailures + 1;
        Throwable reason = complete.getCause()
                .orElseGet(() -> new IllegalStateException("the job library gave no reason for the failure"));
        if (failures < TRIES) {
            operations.reschedule(complete, complete.getTimeDone().plus(pauseAfter(failures)));
            return;
        }
        String instance = complete.getExecution().taskInstance.getId();
        LOG.errorf(reason, "Gave up the job %s %s after %d tries.", handler.kind(), instance, failures);
        handler.gaveUp(instance, reason);
        operations.remove();
    }

    /** Doubles from one second; the last is about a minute. */
    static Duration pauseAfter(int failures) {
        return FIRST_PAUSE.multipliedBy(1L << (failures - 1));
    }
}
