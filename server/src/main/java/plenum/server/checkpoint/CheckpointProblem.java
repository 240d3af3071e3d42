package plenum.server.checkpoint;

import plenum.server.kernel.Problem;

/** What can be wrong with a checkpoint. */
public enum CheckpointProblem implements Problem.Code {
    NOT_NEXT("Mốc kiểm chứng này không nối tiếp mốc trước."),
    BEYOND_JOURNAL("Mốc kiểm chứng dài hơn nhật ký.");

    private final String title;

    CheckpointProblem(String title) {
        this.title = title;
    }

    @Override
    public String part() {
        return "checkpoint";
    }

    @Override
    public Problem.Kind kind() {
        return Problem.Kind.CONFLICT;
    }

    @Override
    public String title() {
        return title;
    }
}
