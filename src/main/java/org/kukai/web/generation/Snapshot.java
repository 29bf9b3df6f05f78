package org.kukai.web.generation;

import java.util.List;

import org.kukai.generation.FailureGroup;
import org.kukai.haiku.Haiku;
import org.kukai.web.chart.Bars;

/** All that the page of a run shows of it at one moment. */
public record Snapshot(
        RunView view, List<ModelRow> models, Bars scores, List<FailureGroup> failures, List<Haiku> latest) {}
